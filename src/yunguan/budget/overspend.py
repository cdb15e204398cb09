"""Overspend: what the rows at hand would leave on each line; warned about or stopped, as the rule says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, ClassVar, Protocol

from django.db.models import Sum
from django.db.models.functions import Substr

from yunguan.budget.line import CLASS_DIGITS, Line
from yunguan.budget.locks import hold
from yunguan.budget.terms import ExpenditureKind, Fund
from yunguan.core.finding import Problem, Severity
from yunguan.core.money import Money
from yunguan.core.workflow import Rule
from yunguan.office.rules import RuleMissing, rule_on

OVERSPEND = Rule(
    "budget.overspend",
    "超预算支付的处理",
    0,
    "0为提示，1为阻止",
    "中华人民共和国预算法",
    article="第十三条",
    confirmed=False,
)
STOP = 1


class Row(Protocol):
    """What must be known of a row of money."""

    pk: Any
    effect_sign: ClassVar[int]

    @property
    def counts_from(self) -> date: ...

    @property
    def line(self) -> Line: ...

    @property
    def effect(self) -> int: ...


@dataclass(frozen=True, order=True)
class _Effect:
    """By how much one row changes one line; what makes room comes first, then by date."""

    takes: bool
    day: date
    index: int
    line: Line
    fen: int


@dataclass
class _Standing:
    """What a line has been granted and what was paid from it, in fen."""

    granted: int = 0
    paid: int = 0

    @property
    def free(self) -> int:
        return self.granted - self.paid


def overspent(rows: Mapping[int, Row], books: Sequence[type[Any]]) -> Iterator[tuple[int, Problem]]:
    """The rows that take more from a line than the year has left for it, by their index.

    Counted over the whole year as it stands in the books and in these rows together, whatever their order; a
    refused row takes nothing from those after it. Inside a transaction the lines are held until its end.
    """
    effects = sorted(_effects(rows))
    lines = {effect.line for effect in effects if effect.takes}
    if not lines:
        return
    hold(lines)
    standing = _standing(books, {line.year for line in lines})
    stops = cache(_stops)
    for effect in effects:
        line = standing[effect.line]
        if effect.takes and line.free + effect.fen < 0:
            stop = stops(effect.day)
            yield effect.index, _problem(effect, line, stop=stop)
            if stop is not False:
                continue
        _apply(line, effect, rows[effect.index])


def _effects(rows: Mapping[int, Row]) -> Iterator[_Effect]:
    before = _stored(rows.values())
    for index, row in rows.items():
        changes = defaultdict(int, {row.line: row.effect})
        if row.pk in before:
            line, fen = before[row.pk]
            changes[line] -= fen
        for line, fen in changes.items():
            yield _Effect(fen < 0, row.counts_from, index, line, fen)


def _stored(rows: Iterable[Row]) -> dict[int, tuple[Line, int]]:
    """The rows as the table has them, where they stand in it already."""
    changed = [row for row in rows if row.pk]
    if not changed:
        return {}
    model: Any = type(changed[0])
    found = model._base_manager.filter(pk__in=[row.pk for row in changed])
    return {row.pk: (row.line, row.effect) for row in found}


def _standing(books: Sequence[type[Any]], years: set[int]) -> dict[Line, _Standing]:
    standing: dict[Line, _Standing] = defaultdict(_Standing)
    for model in books:
        rows = model._base_manager.filter(year__in=years).annotate(economic=Substr("economic_class", 1, CLASS_DIGITS))
        names = ("year", "fund", "kind", "project_code", "economic")
        for year, fund, kind, project, economic, fen in rows.values_list(*names).annotate(Sum(model.effect_field)):
            line = standing[Line(year, fund, kind, project or "", economic or "")]
            if model.effect_sign > 0:
                line.granted += int(fen)  # PostgreSQL hands the sum of a bigint over as a Decimal
            else:
                line.paid += int(fen)
    return standing


def _apply(line: _Standing, effect: _Effect, row: Row) -> None:
    if row.effect_sign > 0:
        line.granted += effect.fen
    else:
        line.paid -= effect.fen


def _stops(day: date) -> bool | None:
    """Whether overspending is stopped on a day; None where the rule has no value for it."""
    try:
        return rule_on(OVERSPEND.code, day).value == STOP
    except RuleMissing:
        return None


def _problem(effect: _Effect, line: _Standing, *, stop: bool | None) -> Problem:
    short = -(line.free + effect.fen)
    numbers = (
        f"“{_words(effect.line)}”{effect.line.year}年预算{_yuan(line.granted)}，已支付{_yuan(line.paid)}，"
        f"尚可使用{_yuan(line.free)}，本行占用{_yuan(-effect.fen)}，超出{_yuan(short)}。"
    )
    if stop is None:
        return Problem("amount", f"{numbers}规则“{OVERSPEND.title}”当日没有取值，请管理员先在规则参数中补充。")
    if stop:
        return Problem("amount", f"{numbers}请先登记预算追加，或核对资金性质、项目和经济分类。")
    return Problem("amount", f"{numbers}请核对分类，确需支付的请补办预算追加。", Severity.WARNING)


def _words(line: Line) -> str:
    parts = [Fund(line.fund).label, ExpenditureKind(line.kind).label, line.project, line.economic]
    return " ".join(str(part) for part in parts if part)


def _yuan(fen: int) -> str:
    return Money.fen(fen).format_yuan()
