"""Reads of the budget: what was granted, moved and paid, and what remains, as of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.db.models import Sum

from yunguan.budget.amounts import DECREASE, EXECUTED, INCREASE, INITIAL, Amounts, Entry, amounts
from yunguan.budget.appropriation import Appropriation
from yunguan.budget.budget_adjustment import BudgetAdjustment
from yunguan.budget.classes import EconomicClass, code_table
from yunguan.budget.line import CLASS_DIGITS
from yunguan.budget.money_row import MoneyRow
from yunguan.budget.payment import Payment
from yunguan.budget.project import Project
from yunguan.budget.terms import Direction
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.registers.book import Book
from yunguan.registers.selectors import visible

Key = TypeVar("Key")
DIMENSIONS = ("fund", "kind", "project_code", "economic_class", "functional_class")


@dataclass(frozen=True)
class Source:
    """Where a measure is read from."""

    measure: str
    model: type[MoneyRow]
    tests: Mapping[str, str] = field(default_factory=dict)


SOURCES = (
    Source(INITIAL, Appropriation),
    Source(INCREASE, BudgetAdjustment, {"direction": Direction.INCREASE}),
    Source(DECREASE, BudgetAdjustment, {"direction": Direction.DECREASE}),
    Source(EXECUTED, Payment),
)


@dataclass(frozen=True)
class Balance:
    """One budget line with its money; ``project`` and ``economic`` are codes, "" where there is none."""

    fund: str
    kind: str
    project: str
    project_name: str
    economic: str
    economic_name: str
    amounts: Amounts


def entries(year: int, as_of: date, scope: Scope = EVERYTHING) -> tuple[Entry, ...]:
    """All money of a budget year that counts on a day, added up by its dimensions: one query a measure."""
    return tuple(entry for source in SOURCES for entry in _entries(source, year, as_of, scope))


def balances(year: int, as_of: date, scope: Scope = EVERYTHING) -> tuple[Balance, ...]:
    """Every budget line of a year as of a day, ordered by fund, kind, project and economic class."""
    names = project_names(scope)
    classes = code_table(EconomicClass)
    return tuple(
        Balance(
            fund=fund,
            kind=kind,
            project=project,
            project_name=names.get(project, ""),
            economic=economic,
            economic_name=classes.name(economic, as_of) or "",
            amounts=amounts(group),
        )
        for (fund, kind, project, economic), group in grouped(entries(year, as_of, scope), _line).items()
    )


def project_names(scope: Scope = EVERYTHING) -> dict[str, str]:
    """Names of the projects by code."""
    projects: Any = visible(Book(Project), scope)
    return dict(projects.values_list("code", "name"))


def running_projects(year: int) -> dict[str, str]:
    """Names of the projects that run in a year, by code."""
    projects: Any = Project._base_manager.order_by("code")
    return {each.code: each.name for each in projects if each.runs_in(year)}


def grouped(found: Iterable[Entry], by: Callable[[Entry], Key]) -> dict[Key, list[Entry]]:
    """Entries by what they share, in the order of that."""
    groups: dict[Key, list[Entry]] = {}
    for entry in found:
        groups.setdefault(by(entry), []).append(entry)
    return {key: groups[key] for key in sorted(groups)}  # type: ignore[type-var]


def _line(entry: Entry) -> tuple[str, str, str, str]:
    return entry.fund, entry.kind, entry.project, entry.economic[:CLASS_DIGITS]


def _entries(source: Source, year: int, as_of: date, scope: Scope) -> Iterator[Entry]:
    rows: Any = visible(Book(source.model), scope)
    rows = rows.filter(year=year, **{f"{source.model.period_field}__lte": as_of}, **source.tests).order_by()
    for *codes, fen in rows.values_list(*DIMENSIONS).annotate(Sum("amount")):
        fund, kind, project, economic, functional = (code or "" for code in codes)
        yield Entry(source.measure, fund, kind, project, economic, functional, int(fen))
