"""The thresholds of the gate: rule values with their document, changed by the administrator like any other."""

from __future__ import annotations

from yunguan.core.workflow import Rule

HOUSE = "自评质量检查口径（按本单位和当地财政部门的要求核对）"
WEIGHTS = "项目支出绩效评价管理办法（财预〔2020〕10号）"

THRESHOLDS = (
    Rule("gate.copied_target.digits", "目标值与完成值一致时提示的有效数字位数", 4, "位", HOUSE, confirmed=False),
    Rule("gate.reason.length", "偏差原因的最少字数", 10, "字", HOUSE, confirmed=False),
    Rule("gate.reason.repeated", "同一原因用于几项指标时提示", 3, "项", HOUSE, confirmed=False),
    Rule("gate.edit.share", "人工改分超过分值的比例时提示", 20, "%", HOUSE, confirmed=False),
    Rule("gate.projects.least", "几个项目都得高分时提示", 3, "个", HOUSE, confirmed=False),
    Rule("gate.projects.score", "项目得分达到多少算高分", 99, "分", HOUSE, confirmed=False),
    Rule("gate.adjustment.rate", "预算调整率超过多少须说明", 20, "%", HOUSE, confirmed=False),
    Rule("gate.carry_over.rate", "结转结余率超过多少须说明", 10, "%", HOUSE, confirmed=False),
    Rule("gate.execution.gap", "执行率与预算、支付记录相差多少提示", 1, "个百分点", HOUSE, confirmed=False),
    Rule("gate.weight.execution", "预算执行率的分值", 10, "分", WEIGHTS, confirmed=False),
    Rule("gate.weight.output", "产出指标的分值", 50, "分", WEIGHTS, confirmed=False),
    Rule("gate.weight.benefit", "效益指标的分值", 30, "分", WEIGHTS, confirmed=False),
    Rule("gate.weight.satisfaction", "满意度指标的分值", 10, "分", WEIGHTS, confirmed=False),
)
LIMITS = {rule.code: rule for rule in THRESHOLDS}
