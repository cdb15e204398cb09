"""Defects against form or reckoning: mixed brackets, a rate without a base, a score against its rate."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.layout import Layout
from bench.audit.corpus.model import Heading, Num, Para, Report, Table, refs_in
from bench.audit.planting.label import Label, Planted
from bench.audit.planting.places import digits, quote

_ZERO = (
    "因公出国（境）费支出{a}{u}，上年为0.00{u}，增加{a}{u}，增长100.00%。",
    "本年新增公务用车购置费{a}{u}，上年决算数0.00{u}，同比增长{r}%。",
)
_PART, _SECOND = 2, 2
_LEAST, _MOST = Decimal(4), Decimal(10)
_TABLE = "项目支出绩效自评表"


def rate_without_base(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """A rate of growth over nothing."""
    del how
    unit = next((num.unit for _, num in report.numbers() if num.unit in {"万元", "元"}), "万元")
    amount = Decimal(dice.between(1100, 9800)).scaleb(-2)
    text = dice.choice(_ZERO).format(a=amount, u=unit, r=dice.between(30, 90))
    index = dice.choice([i for i, block in enumerate(report.blocks) if isinstance(block, Para) and not block.role])
    changed = report.with_block(index, report.blocks[index], Para((text,), "planted"))
    return Planted(changed, Label("rate_without_base", "certain", (text,), words=("0.00",)))


def mixed_brackets(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """One heading of the second level in the other kind of brackets, (二) among （一）."""
    if how.numbering != "han":
        return None
    parts = [i for i, block in enumerate(report.blocks) if isinstance(block, Heading) and block.level == _PART]
    later = [i for i in parts if _number_of(report, i) == _SECOND]
    if not later:
        return None
    index = dice.choice(later)
    block = report.blocks[index]
    assert isinstance(block, Heading)
    text = f"(二){block.title}"
    changed = report.with_block(index, replace(block, number=_SECOND, typed=text))
    return Planted(changed, Label("mixed_brackets", "hint", (text,), words=("(二)",)))


def execution_score(report: Report, how: Layout, dice: Dice) -> Planted | None:
    """The row of the money wins other points than its rate of execution gives."""
    for block in report.blocks:
        if not isinstance(block, Table) or block.title != _TABLE:
            continue
        scores = [ref.id for ref in refs_in(block) if _is_score(report.items[ref.id])]
        if not scores:
            return None
        number = scores[0]
        num = report.num(number)
        changed = report.with_item(number, replace(num, value=num.value - Decimal(dice.between(11, 39)) / 10))
        label = Label("execution_score", "conflict", (quote(changed, how, number),), (digits(changed, number),))
        return Planted(changed, label, frozenset({number}))
    return None


def _is_score(item: object) -> bool:
    return isinstance(item, Num) and not item.unit and bool(item.places) and _LEAST < item.value <= _MOST


def _number_of(report: Report, index: int) -> int:
    number = 0
    for block in report.blocks[: index + 1]:
        if isinstance(block, Heading):
            number = 0 if block.level < _PART else number + (block.level == _PART)
    return number
