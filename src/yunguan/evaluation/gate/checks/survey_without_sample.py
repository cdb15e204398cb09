"""满意度有答卷: a rate of satisfaction without its answers is no evidence."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, survey
from yunguan.evaluation.gate.wording import quoted
from yunguan.evaluation.rule import told
from yunguan.evaluation.rules.satisfaction import Satisfaction


@check(
    "满意度有答卷",
    Severity.ERROR,
    why="没有原始答卷的满意度不能作为依据，样本数和满意份数要查得到。",
    silent="不是满意度指标的、还没有完成值的，不提示。",
    caught=Example("满意度 96%，没有答卷。", case(survey(None))),
    passed=Example("满意度 96%，有效答卷 100 份，满意 96 份。", case(survey(100, 96))),
    remedy="在满意度调查和满意度答卷中登记或导入原始答卷，由系统计算满意度。",
)
def survey_without_sample(dossier: Dossier) -> Iterator[Fault]:
    """A rate of satisfaction stands on its answers."""
    for each in dossier.items():
        if isinstance(each.item.rule, Satisfaction) and each.actual.reached is not None and each.actual.sample is None:
            shown = told(each.actual.reached, each.item.unit)
            message = f"{quoted(each.item.title)}{shown} 没有原始答卷，样本量不明。"
            yield Fault(dossier.place("实际完成值", shown, each), message)
