"""降幅不超过全部、不写负号: nothing falls by more than all of it, and 下降 with a minus would be a rise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.changes import direction
from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import HUNDRED
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Contradiction

_FELL = re.compile(
    r"^(?!.*(?:利润|盈|亏|净|余|差额|缺口|收益|增[速幅])).*(?:下降|减少|降低|减幅|降幅|压减)(?:了|率|幅度)?(?:为|达|约)?\s*$"
)
_WITH_MINUS = re.compile(r"(?:下降|减少|降低|降幅|减幅)(?:了|为)?$")
_MINUS = "-－−"


@rule(
    "降幅不超过全部、不写负号",
    why="下降最多降到零，降幅不会超过100%；写了“下降”就不再写负号，否则意思相反。",
    compares="“下降”“减少”“降幅”等字样后面的百分比，以及它前面的负号。",
    silent="没有写方向词、只写负数的，利润、结余、差额等本来可以为负的，不核对。",
    caught="公务用车购置费0.14亿元，比上年下降133.10%。",
    passed="公务用车购置费0.14亿元，比上年下降33.10%。",
    remedy="核对数字和小数点；负号和方向词只留一个。",
)
def how_far_it_fell(document: Document) -> Iterator[Verdict]:
    """A fall is of 100 % at most, and is not told by a minus as well."""
    for fact in document.facts:
        if fact.quantity.unit == "%":
            yield from _judged(fact)


def _judged(rate: Fact) -> Iterator[Verdict]:
    before = rate.sentence_before.rstrip()
    fell = direction(rate.lead) is False and rate.quantity.value > HUNDRED and not rate.quantity.bound
    if fell and _FELL.search(rate.sentence_before):
        message = f"“{rate.quote}”下降了{rate.quantity.text}，下降不会超过100%；请核对数字或小数点。"
        yield finding(Contradiction, (rate,), message, stated=rate.quantity.text)
    elif before.endswith(tuple(_MINUS)) and _WITH_MINUS.search(before.rstrip(f"{_MINUS} ")):
        message = f"“{rate.quote}”既写“下降”又写负号，意思成了上升；请删去负号或改正方向词。"
        yield finding(Conflict, (rate,), message, stated=rate.quantity.text)
