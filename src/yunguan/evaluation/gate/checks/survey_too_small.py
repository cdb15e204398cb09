"""满意度样本够数: a handful of answers says little of all who were served."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, survey
from yunguan.evaluation.gate.wording import quoted


@check(
    "满意度样本够数",
    Severity.ERROR,
    why="有效答卷太少，满意度代表不了服务对象；下限是指标体系中的“满意度有效样本下限”。",
    silent="写明了样本少的原因的（如服务对象一共只有十几家），不提示。",
    caught=Example("有效答卷 12 份，没有说明。", case(survey(12, 11))),
    passed=Example(
        "有效答卷 12 份，写明服务对象一共 14 家。",
        case(survey(12, 11, reason="全市客运站一共14家，全部发放，收回12份。")),
    ),
    remedy="补充调查；服务对象本来就少的，在偏差原因栏写明总数和发放、收回份数。",
)
def survey_too_small(dossier: Dossier) -> Iterator[Fault]:
    """A sample below the scheme's limit owes a reason."""
    least = dossier.tree.scheme.settings.least_sample
    for each in dossier.items():
        sample = each.actual.sample
        if sample is not None and sample.valid < least and not each.remark.reason.strip():
            message = f"{quoted(each.item.title)}只有有效答卷 {sample.valid} 份，少于 {least} 份，没有说明。"
            yield Fault(dossier.place("实际完成值", f"有效答卷 {sample.valid} 份", each), message)
