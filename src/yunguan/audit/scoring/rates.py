"""The rates that a document states, by which it says that scores are reckoned: 得分＝预算执行率×10 分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yunguan.audit.facts import Fact, Role
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document
from yunguan.audit.scoring.told import Told
from yunguan.audit.tables.sheet import Sheet

EXECUTION: Final = "执行率"
_NAME = r"(?P<rate>[\u4e00-\u9fff]{0,10}?(?:率|满意度))"
_FACTOR = r"(?P<factor>\d+(?:\.\d+)?|(?:本|该)?项?(?:指标)?(?:标准)?(?:分值|满分|权重分?))"
_FORMULAS = (
    re.compile(rf"(?:得分|计分|评分)[=为:]?(?:实际)?{_NAME}[×*xX]{_FACTOR}"),
    re.compile(rf"(?:按照?|以){_NAME}(?:[×*xX]|乘以){_FACTOR}"),
    re.compile(rf"(?:得分|计分|评分)[=为:]{_FACTOR}分?[×*xX](?:实际)?{_NAME}"),
)
_OWN_ONLY = re.compile(r"完成率$|^(?:实际)?(?:得分)?率$")
_SAYS = r"(?:为|是|达|达到|仅为|仅|约|:)*$"
_IF = re.compile(r"\s*[,，]?(?:的|得|时|以)|[^,，。;；]{0,6}(?:不得分|扣)")
_EARLIER = re.compile(r"上年|去年|目标|计划|每|低于|高于|≥|≤")
_OTHER: Final = {Role.TARGET, Role.LAST_YEAR, Role.CHANGE, Role.MEAN}
_ACTUAL = re.compile(r"实际|完成值")


@dataclass(frozen=True)
class Formula:
    """A score is this rate times these points."""

    rate: str
    points: Decimal


def formula_of(told: Told) -> Formula | None:
    """How the indicator's own paragraph says that its score is reckoned, None where it does not say."""
    text = unspaced(flat(told.points.block.text))
    found = next((match for formula in _FORMULAS if (match := formula.search(text))), None)
    if found is None:
        return None
    factor = found["factor"]
    return Formula(found["rate"], Decimal(factor) if factor[0].isdigit() else told.points.value)


def rate_named(document: Document, name: str, told: Told) -> Fact | None:
    """The rate of this name: the one of the indicator's paragraph, else the only value that the document gives it."""
    wanted = EXECUTION if name.endswith(EXECUTION) else name
    stated = [fact for fact in document.facts if _is_named(fact, wanted)]
    own = [fact for fact in stated if fact.block is told.points.block]
    far = [] if _OWN_ONLY.search(wanted) else [*stated, *_in_sheets(document, wanted)]
    found = own or far
    return found[0] if len({fact.value for fact in found}) == 1 else None


def _is_named(fact: Fact, name: str) -> bool:
    said = fact.quantity.is_rate and not fact.quantity.bound and fact.role not in _OTHER
    if not said or not re.search(re.escape(name) + _SAYS, fact.lead) or _EARLIER.search(fact.lead):
        return False
    return not _IF.match(flat(fact.block.text), fact.quantity.end)


def _in_sheets(document: Document, name: str) -> Iterator[Fact]:
    for sheet in document.sheets:
        yield from _in_sheet(sheet, name)


def _in_sheet(sheet: Sheet, name: str) -> Iterator[Fact]:
    """What a table gives as the rate: in the total row of its column, or as the actual value of its row."""
    column = sheet.column(name, "得分|分值|目标")
    pairs = [] if column is None else list(sheet.pairs(column))
    yield from (fact for row, fact in pairs if fact.quantity.is_rate and (row.is_total or len(pairs) == 1))
    actual = sheet.column(_ACTUAL.pattern, "率")
    if actual is not None:
        yield from (fact for row, fact in sheet.pairs(actual) if row.name.endswith(name) and fact.quantity.is_rate)
