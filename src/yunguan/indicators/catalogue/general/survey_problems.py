"""调研问题指标: collected, solved, confirmed."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_problems = rows("survey_problem")
_solved = _problems.in_state("solved", "confirmed").in_period()

COLLECTED = Indicator(
    "party.survey_problems.collected", "收集报送调研问题", "条", _problems.count(), "general", area="unit"
)
SOLVED = Indicator("party.survey_problems.solved", "已解决调研问题", "条", _solved.count(), "general", area="unit")
SOLVED_RATE = Indicator(
    "party.survey_problems.solved_rate",
    "调研问题解决率",
    "%",
    _solved.count() / _problems.count(),
    "general",
    area="unit",
)
CONFIRMED = Indicator(
    "party.survey_problems.confirmed",
    "已确认解决调研问题",
    "条",
    _problems.in_state("confirmed").in_period().count(),
    "general",
    area="unit",
)
