"""目标值可以核实: a target that only promises more effort can never be missed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted, vague
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.checklist import Checklist
from yunguan.evaluation.rules.qualitative import Qualitative
from yunguan.evaluation.scheme import Item

_JUDGED = Qualitative()
_SAFE = "行业安全形势保持平稳，较大以上责任事故起数不增加"


@check(
    "目标值可以核实",
    Severity.ERROR,
    why="目标要细化、量化（财预〔2015〕88号）；只写“加强”“提升”“明显”“符合规定”的目标无法核实，定量指标必须有数。",
    silent="定性指标写明了可以核实的事项（不发生、不超过、按期公开一类）或数字的，要素评分的，不提示。",
    caught=Example(
        "年度指标值只写“服务水平明显提升”。",
        case(row("行业安全形势", aim=Target(words="服务水平明显提升"), rule=_JUDGED, reached="95", unit="")),
    ),
    passed=Example(
        f"年度指标值写“{_SAFE}”。",
        case(row("行业安全形势", aim=Target(words=_SAFE), rule=_JUDGED, reached="95", unit="")),
    ),
    remedy="定量指标改成数字和单位；定性指标写明做到什么程度、怎样核实，例如“较大以上责任事故起数不增加”。",
)
def vague_target(dossier: Dossier) -> Iterator[Fault]:
    """A target says what can be counted, dated or looked up; a quantity without a number blocks the hand-in."""
    for each in dossier.items():
        item, words = each.item, vague(each.item.target.words)
        if item.target.value is not None or isinstance(item.rule, Checklist):
            continue
        if _owes_a_number(item):
            message = f"{quoted(item.title)}是定量指标，目标值没有数字，无法判断是否完成。"
            yield Fault(dossier.place("年度指标值", item.aim, each), message)
        elif words:
            message = f"{quoted(item.title)}的目标值只有“{words}”一类的话，没有可以核实的内容。"
            yield Fault(dossier.place("年度指标值", item.aim, each), message, Severity.WARNING)


def _owes_a_number(item: Item) -> bool:
    return item.rule.takes is Decimal and item.rule.needs_target
