"""A row of money: what the budget's books have in common, and what each of their rows must meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, Self

from django.apps import apps

from yunguan.budget.classes import CodeTable, EconomicClass, FunctionalClass, code_table
from yunguan.budget.line import CLASS_DIGITS, Line
from yunguan.budget.overspend import overspent
from yunguan.budget.terms import OFFICE_CLASSES, STAFF_CLASSES, ExpenditureKind
from yunguan.core.finding import Problem, Severity
from yunguan.registers.record import Record
from yunguan.registers.selectors import having

_LABELS = {"economic_class": "经济分类编码", "functional_class": "功能分类编码"}


class MoneyRow(Record):
    """A row of money. A book says how much of ``effect_field`` it adds to (+1) or takes from (-1) what is free."""

    effect_field: ClassVar[str] = "amount"
    effect_sign: ClassVar[int] = 1
    economic_digits: ClassVar[tuple[int, ...]] = (3, 5)
    functional_digits: ClassVar[tuple[int, ...]] = (3, 5, 7)

    class Meta:
        abstract = True

    @property
    def counts_from(self) -> date:
        """The day from which the row counts."""
        day: date = getattr(self, self.period_field)
        return day

    @property
    def line(self) -> Line:
        """The line that the row belongs to."""
        me: Any = self
        return Line(me.year, me.fund, me.kind, me.project_code or "", (me.economic_class or "")[:CLASS_DIGITS])

    @property
    def effect(self) -> int:
        """By how many fen the row changes what may still be spent on its line."""
        fen: int = getattr(self, self.effect_field)
        return self.effect_sign * fen

    def derive(self) -> None:
        me: Any = self
        me.project_code = me.project.code if me.project_id else None

    def problems(self) -> Iterator[Problem]:
        yield from self._project_problems()
        yield from self._class_problems("economic_class", self.economic_digits)
        yield from self._class_problems("functional_class", self.functional_digits)
        me: Any = self
        basic = me.kind == ExpenditureKind.BASIC and me.economic_class
        if basic and not me.economic_class.startswith((*STAFF_CLASSES, *OFFICE_CLASSES)):
            message = f"基本支出一般只列 301、302、303、310 类，现为“{me.economic_class}”，请核对支出类型和经济分类。"
            yield Problem("economic_class", message, Severity.WARNING)

    @classmethod
    def problems_among(cls, records: Sequence[Self]) -> Iterator[tuple[int, Problem]]:
        """Codes that do not hold on the row's day, and lines that would be overspent."""
        refused = {i for i, record in enumerate(records) if _has_error(record)}
        for index, problem in _unknown_codes(records):
            refused.add(index)
            yield index, problem
        sound = {i: record for i, record in enumerate(records) if i not in refused}
        yield from overspent(_not_repeated(cls, sound), books_of_money())

    def _project_problems(self) -> Iterator[Problem]:
        me: Any = self
        if me.kind == ExpenditureKind.BASIC and me.project_id:
            yield Problem("project", "基本支出不列项目，请删去项目代码，或把支出类型改为“项目支出”。")
        if me.kind == ExpenditureKind.PROJECT and not me.project_id and me.amount:
            yield Problem("project", "项目支出须填写项目代码；项目尚未登记的，请先登记在“预算项目”中。")
        if me.project_id and not me.project.runs_in(me.year):
            yield Problem("project", f"项目“{me.project.name}”{me.year}年不在实施期内，请核对年度或项目的起止年度。")

    def _class_problems(self, name: str, digits: tuple[int, ...]) -> Iterator[Problem]:
        code = getattr(self, name)
        label = _LABELS[name]
        if not code:
            if getattr(self, "amount", 0):
                yield Problem(name, f"须填写{label}；只有金额为 0 的行可以不填。")
        elif not (code.isascii() and code.isdigit() and len(code) in digits):
            allowed = "、".join(str(each) for each in digits)
            yield Problem(name, f"{label}须为 {allowed} 位数字，现为“{code}”，请只填编码，不写名称。")


def books_of_money() -> list[type[MoneyRow]]:
    """Every book whose rows grant or take money."""
    return [model for model in apps.get_models() if issubclass(model, MoneyRow)]


def _has_error(record: MoneyRow) -> bool:
    return any(problem.severity is Severity.ERROR for problem in record.problems())


def _not_repeated(model: type[MoneyRow], rows: Mapping[int, MoneyRow]) -> dict[int, MoneyRow]:
    """The rows that would be written: a new row whose key stands here or in the table already never is."""
    seen = _stored_keys(model, {_key(row)[0] for row in rows.values() if not row.pk})
    kept = {}
    for index, row in rows.items():
        if row.pk or _key(row) not in seen:
            kept[index] = row
            seen.add(_key(row))
    return kept


def _stored_keys(model: type[MoneyRow], leading: set[Any]) -> set[tuple[Any, ...]]:
    return set(having(model._base_manager.values_list(*model.key_fields), model.key_fields[0], leading))


def _key(row: MoneyRow) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in row.key_fields)


def _unknown_codes(records: Sequence[MoneyRow]) -> Iterator[tuple[int, Problem]]:
    tables = (("economic_class", code_table(EconomicClass)), ("functional_class", code_table(FunctionalClass)))
    for index, record in enumerate(records):
        for name, table in tables:
            code = getattr(record, name)
            if code and table.name(code, record.counts_from) is None:
                yield index, Problem(name, _unknown(table, code, record.counts_from))


def _unknown(table: CodeTable, code: str, day: date) -> str:
    return (
        f"{table.title}中没有 {day:%Y-%m-%d} 有效的编码“{code}”，请按当年政府收支分类科目核对；"
        f"确为新增科目的，请管理员先在“{table.title}”表中补充。"
    )
