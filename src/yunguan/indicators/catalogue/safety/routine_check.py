"""五全一常态指标: checks of the month, operators reached, problems, hazards put right, summaries reported."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

URBAN = "430400U"

_checks = rows("routine_check").in_state("done").in_period()
_summaries = rows("monthly_safety_summary").in_state("reported").in_period()
_hazards = rows("hazard").in_state("issued", "supervised", "answered", "closed").in_period()
_closed = rows("hazard").in_state("closed").in_period()
_answered = rows("hazard").in_state("answered", "closed").in_period()

CHECKS = Indicator("safety.routine_check.checks", "五全一常态排查家次", "家次", _checks.count(), "safety", area=URBAN)
OPERATORS = Indicator(
    "safety.routine_check.operators", "五全一常态排查企业", "家", _checks.distinct("operator"), "safety", area=URBAN
)
PROBLEMS = Indicator(
    "safety.routine_check.problems", "五全一常态发现问题", "个", _checks.sum("items_failed"), "safety", area=URBAN
)
SUMMARIES = Indicator(
    "safety.routine_check.summaries", "五全一常态月度汇总上报月数", "个月", _summaries.distinct("month"), "safety"
)
COVERAGE = Indicator(
    "safety.routine_check.coverage",
    "五全一常态排查覆盖率（已上报月份）",
    "%",
    _summaries.sum("operators_checked") / _summaries.sum("operators_due"),
    "safety",
)
HAZARDS = Indicator("safety.routine_check.hazards", "下发整改隐患", "处", _hazards.count(), "safety", area=URBAN)
MAJOR_HAZARDS = Indicator(
    "safety.routine_check.major_hazards",
    "挂牌督办重大隐患",
    "处",
    _hazards.where(level="major").count(),
    "safety",
    area=URBAN,
)
CLOSED = Indicator("safety.routine_check.closed", "整改销号隐患", "处", _closed.count(), "safety", area=URBAN)
CLOSED_RATE = Indicator(
    "safety.routine_check.closed_rate", "隐患整改率", "%", _closed.count() / _hazards.count(), "safety", area=URBAN
)
ON_TIME_RATE = Indicator(
    "safety.routine_check.on_time_rate",
    "隐患按期整改率",
    "%",
    _answered.where(on_time=True).count() / _answered.count(),
    "safety",
    area=URBAN,
)
