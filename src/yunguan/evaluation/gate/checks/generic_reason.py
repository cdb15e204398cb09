"""偏差原因具体: a reason that fits every item of every year is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import explains_nothing, quoted, same_words
from yunguan.evaluation.scored import ScoredItem

_WHY = "下半年考场改造停用两个月，有两场改到次年1月。"
_DONE = "提前与考场签订备用协议。"


@check(
    "偏差原因具体",
    Severity.WARNING,
    why="“受疫情影响”“客观原因”放在哪一项都可以，看不出这一项为什么没有完成，复核时要求重写。",
    silent="没有写原因的由其他检查提示；同一原因只用于一两项的，不提示。",
    caught=Example("偏差原因写“受疫情影响。”", case(row(reached="22", reason="受疫情影响。", measure=_DONE))),
    passed=Example(f"偏差原因写“{_WHY}”", case(row(reached="22", reason=_WHY, measure=_DONE))),
    remedy="写清楚这一项指标在什么环节、因为什么事、差了多少；几项共用的原因，分别写明对各项的影响。",
)
def generic_reason(dossier: Dossier) -> Iterator[Fault]:
    """A reason names what happened to this item; the same words at several items name nothing."""
    shortest = dossier.limit("gate.reason.length")
    alike: defaultdict[str, list[ScoredItem]] = defaultdict(list)
    for each in dossier.items():
        reason = each.remark.reason.strip()
        if not reason:
            continue
        alike[same_words(reason)].append(each)
        if explains_nothing(reason) or len(same_words(reason)) < shortest:
            message = f"{quoted(each.item.title)}的偏差原因“{reason}”过于笼统，看不出这一项为什么偏离目标。"
            yield Fault(dossier.place("偏差原因", reason, each), message)
    yield from _repeated(dossier, alike)


def _repeated(dossier: Dossier, alike: dict[str, list[ScoredItem]]) -> Iterator[Fault]:
    for found in alike.values():
        if len(found) >= dossier.limit("gate.reason.repeated"):
            names = "、".join(f"{quoted(each.item.title)}" for each in found)
            message = f"{names}共 {len(found)} 项的偏差原因一字不差，看不出各项的具体原因。"
            yield Fault(dossier.place("偏差原因", found[0].remark.reason, found[0]), message)
