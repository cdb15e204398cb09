"""The views of the budget that the statutes ask for: basic expenditure, projects, functions, funds, three public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yunguan.budget.amounts import Amounts, Entry, amounts
from yunguan.budget.classes import EconomicClass, FunctionalClass, code_table
from yunguan.budget.line import CLASS_DIGITS
from yunguan.budget.selectors import entries, grouped, project_names
from yunguan.budget.terms import (
    ABROAD,
    OFFICE_CLASSES,
    RECEPTION,
    STAFF_CLASSES,
    VEHICLE_PURCHASE,
    VEHICLE_RUNNING,
    ExpenditureKind,
    Fund,
)
from yunguan.core.scope import EVERYTHING, Scope


@dataclass(frozen=True)
class Item:
    """One code of a view with its name and money; the name is "" where the code is not in force on the day."""

    code: str
    name: str
    amounts: Amounts


@dataclass(frozen=True)
class ClassItem(Item):
    """An economic class (类) with its items (款); a row that names only the class stands in the class alone."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class BasicView:
    """一般公共预算基本支出: 人员经费 is 301 and 303, 公用经费 302 and 310, ``other`` what is in neither."""

    classes: tuple[ClassItem, ...]
    staff: Amounts
    office: Amounts
    other: Amounts
    total: Amounts


@dataclass(frozen=True)
class ProjectView:
    """一般公共预算项目支出 by project."""

    projects: tuple[Item, ...]
    total: Amounts


@dataclass(frozen=True)
class FunctionItem:
    """One functional class of the general budget, split by kind."""

    code: str
    name: str
    basic: Amounts
    project: Amounts
    total: Amounts


@dataclass(frozen=True)
class FundItem:
    """One of the four budgets, split by kind; all None where nothing was ever entered for it."""

    fund: Fund
    basic: Amounts
    project: Amounts
    total: Amounts


@dataclass(frozen=True)
class ThreePublicItem:
    """One item of 三公经费: the adjusted budget and what was spent, in 元."""

    id: str
    title: str
    budget: Decimal | None
    actual: Decimal | None

    @property
    def rate(self) -> Decimal | None:
        """三公经费控制率 as a ratio: actual by budget; None without either, or over a budget of nothing."""
        return self.actual / self.budget if self.budget and self.actual is not None else None


THREE_PUBLIC = (
    ("total", "三公经费", ABROAD + VEHICLE_PURCHASE + VEHICLE_RUNNING + RECEPTION),
    ("abroad", "因公出国（境）费", ABROAD),
    ("vehicles", "公务用车购置及运行费", VEHICLE_PURCHASE + VEHICLE_RUNNING),
    ("vehicle_purchase", "公务用车购置费", VEHICLE_PURCHASE),
    ("vehicle_running", "公务用车运行费", VEHICLE_RUNNING),
    ("reception", "公务接待费", RECEPTION),
)


def basic_view(year: int, as_of: date, scope: Scope = EVERYTHING) -> BasicView:
    """Basic expenditure of the general budget by economic class, as of a day."""
    found = [e for e in entries(year, as_of, scope) if e.fund == Fund.GENERAL and e.kind == ExpenditureKind.BASIC]
    staff = [e for e in found if e.economic.startswith(STAFF_CLASSES)]
    office = [e for e in found if e.economic.startswith(OFFICE_CLASSES)]
    other = [e for e in found if not e.economic.startswith(STAFF_CLASSES + OFFICE_CLASSES)]
    return BasicView(_classes(found, as_of), amounts(staff), amounts(office), amounts(other), amounts(found))


def project_view(year: int, as_of: date, scope: Scope = EVERYTHING) -> ProjectView:
    """Project expenditure of the general budget, project by project, as of a day."""
    found = [e for e in entries(year, as_of, scope) if e.fund == Fund.GENERAL and e.kind == ExpenditureKind.PROJECT]
    names = project_names(scope)
    groups = grouped(found, lambda entry: entry.project)
    return ProjectView(
        tuple(Item(code, names.get(code, ""), amounts(group)) for code, group in groups.items()), amounts(found)
    )


def function_view(year: int, as_of: date, scope: Scope = EVERYTHING) -> tuple[FunctionItem, ...]:
    """The general budget by functional class, as entered, as of a day."""
    found = [e for e in entries(year, as_of, scope) if e.fund == Fund.GENERAL]
    table = code_table(FunctionalClass)
    groups = grouped(found, lambda entry: entry.functional)
    return tuple(FunctionItem(code, table.name(code, as_of) or "", *_by_kind(group)) for code, group in groups.items())


def fund_view(year: int, as_of: date, scope: Scope = EVERYTHING) -> tuple[FundItem, ...]:
    """All four budgets, also those of which nothing was entered, as of a day."""
    groups = grouped(entries(year, as_of, scope), lambda entry: entry.fund)
    return tuple(FundItem(fund, *_by_kind(groups.get(fund.value, []))) for fund in Fund)


def three_public(year: int, as_of: date, scope: Scope = EVERYTHING) -> tuple[ThreePublicItem, ...]:
    """三公经费 of the general budget, the total first, budget against actual, as of a day.

    Project money counts as well: the statutory table takes all of the general budget.
    """
    found = [e for e in entries(year, as_of, scope) if e.fund == Fund.GENERAL]
    items = []
    for name, title, codes in THREE_PUBLIC:
        money = amounts(e for e in found if e.economic in codes)
        items.append(ThreePublicItem(name, title, money.budget, money.executed))
    return tuple(items)


def _classes(found: Iterable[Entry], as_of: date) -> tuple[ClassItem, ...]:
    table = code_table(EconomicClass)

    def items(group: list[Entry]) -> tuple[Item, ...]:
        codes = grouped((e for e in group if len(e.economic) > CLASS_DIGITS), lambda entry: entry.economic)
        return tuple(Item(code, table.name(code, as_of) or "", amounts(each)) for code, each in codes.items())

    groups = grouped(found, lambda entry: entry.economic[:CLASS_DIGITS])
    return tuple(
        ClassItem(code, table.name(code, as_of) or "", amounts(group), items(group)) for code, group in groups.items()
    )


def _by_kind(found: list[Entry]) -> tuple[Amounts, Amounts, Amounts]:
    basic = [e for e in found if e.kind == ExpenditureKind.BASIC]
    project = [e for e in found if e.kind == ExpenditureKind.PROJECT]
    return amounts(basic), amounts(project), amounts(found)


def fund_lines(fund: Fund, year: int, as_of: date, scope: Scope = EVERYTHING) -> tuple[Item, ...] | None:
    """A fund by functional class, classes without money left out; None where nothing was ever entered for it."""
    own = [each for each in entries(year, as_of, scope) if each.fund == fund]
    if not own:
        return None
    table = code_table(FunctionalClass)
    groups = grouped([each for each in own if each.fen], lambda each: each.functional)
    return tuple(Item(code, table.name(code, as_of) or "", amounts(group)) for code, group in groups.items())
