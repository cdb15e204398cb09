"""满意度不是个个满意: where nobody at all was dissatisfied, the wrong people were asked, or in the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, survey
from yunguan.evaluation.gate.wording import quoted


@check(
    "满意度不是个个满意",
    Severity.WARNING,
    why="答卷个个满意，常见于只问了熟悉的单位、当面填写或集中代填，复核时要看原始答卷。",
    silent="有一份不满意的、写明了调查方式和对象的，不提示；样本少的由样本检查提示。",
    caught=Example("有效答卷 80 份，80 份满意。", case(survey(80, 80))),
    passed=Example("有效答卷 80 份，76 份满意。", case(survey(80, 76))),
    remedy="核对调查对象、方式和原始答卷；确实如此的，在偏差原因栏写明怎样抽取对象、怎样作答。",
)
def survey_all_satisfied(dossier: Dossier) -> Iterator[Fault]:
    """A sample of a usual size has somebody who is not satisfied, or words on how it was taken."""
    least = dossier.tree.scheme.settings.least_sample
    for each in dossier.items():
        sample = each.actual.sample
        if sample is None or sample.valid < least or sample.satisfied < sample.valid or each.remark.reason.strip():
            continue
        message = f"{quoted(each.item.title)}的有效答卷 {sample.valid} 份全部满意，请核对调查对象和方式。"
        yield Fault(dossier.place("实际完成值", f"满意 {sample.satisfied} 份", each), message)
