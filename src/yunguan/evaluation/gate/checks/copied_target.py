"""目标值不是照抄结果: an unusual number that was hit to its last digit was written down afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted
from yunguan.evaluation.rule import told
from yunguan.evaluation.rules.at_most import AtMost
from yunguan.evaluation.scored import ScoredItem

_MONEY = ("元", "万元", "亿元")


@check(
    "目标值不是照抄结果",
    Severity.WARNING,
    why="目标在年初确定，完成值在年末统计，零碎的数一位不差，多半是先有结果后补目标。",
    silent="整数目标位数少的（如 24 场、100%）、与上年值相同的、控制在预算金额以内的，恰好相等很平常，不提示。",
    caught=Example(
        "年度指标值 1203 台，实际完成值也是 1203 台。",
        case(row("营运车辆实车核查数", aim="1203", before="968", reached="1203", unit="台")),
    ),
    passed=Example(
        "年度指标值 1000 台，实际完成值 1203 台。",
        case(row("营运车辆实车核查数", aim="1000", before="968", reached="1203", unit="台")),
    ),
    remedy="按年初批复的绩效目标填写目标值；目标确实如此的，在目标依据中写明批复文号。",
)
def copied_target(dossier: Dossier) -> Iterator[Fault]:
    """A target with so many digits is not met to the last of them by chance."""
    least = int(dossier.limit("gate.copied_target.digits"))
    for each in dossier.items():
        aim = each.item.target
        if aim.number is None or aim.number != each.actual.reached or aim.number == aim.baseline or _is_budget(each):
            continue
        if _unusual(aim.number, least):
            same = told(aim.number, each.item.unit)
            message = f"{quoted(each.item.title)}的目标值与实际完成值都是 {same}，一位不差，目标可能是照结果补填的。"
            yield Fault(dossier.place("年度指标值", each.item.aim, each), message)


def _is_budget(each: ScoredItem) -> bool:
    """Spending all of a granted sum is the rule, not a coincidence."""
    return isinstance(each.item.rule, AtMost) and each.item.unit in _MONEY


def _unusual(number: Decimal, least: int) -> bool:
    """As many significant digits as the limit says; behind a point one fewer is enough."""
    plain = number.normalize()
    behind = -int(plain.as_tuple().exponent)
    return len(plain.as_tuple().digits) >= (least - 1 if behind > 0 else least)
