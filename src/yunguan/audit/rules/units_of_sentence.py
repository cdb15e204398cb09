"""同句金额单位一致: one sentence that prints the same digits once in 元 and once in 万元."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import off_by_unit
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.core.finding import Conflict

_FEWEST_DIGITS = 3


@rule(
    "同句金额单位一致",
    why="同一句里两处金额数字完全相同、一处写元一处写万元，几乎总是单位写错；两者相差一万倍。",
    compares="同一句里三位以上有效数字相同的两个金额的单位。",
    silent="数字不同的金额、有效数字不足三位的金额，不按这条核对。",
    caught="设备更新项目年初预算 204.18 元，调整后预算 204.18 万元。",
    passed="设备更新项目年初预算 204.18 万元，调整后预算 204.18 万元。",
    remedy="核对原始凭证，把两处改成同一个单位；确是两笔不同的钱，分句写明。",
)
def units_of_sentence(document: Document) -> Iterator[Verdict]:
    """The same digits in 元 and in 万元 within one sentence are one amount, written with two units."""
    for text in document.once(texts_of):
        money = [fact for fact in text.facts if fact.quantity.is_money and _digits(fact) >= _FEWEST_DIGITS]
        for one, other in combinations(money, 2):
            if off_by_unit(one, other) and one.quantity.value == other.quantity.value:
                message = (
                    f"同一句里一处写{one.quantity.text}，一处写{other.quantity.text}，数字相同而单位不同，"
                    "像是“元”与“万元”写错；只有两笔钱恰好同数时才能同时成立，请核对。"
                )
                yield finding(Conflict, (one, other), message, stated=one.quantity.text, expected=other.quantity.text)


def _digits(fact: Fact) -> int:
    return len(str(fact.quantity.value).replace(".", "").strip("0"))
