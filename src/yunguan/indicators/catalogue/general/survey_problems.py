"""调研问题指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

COLLECTED = Indicator("party.survey_problems.collected", "收集报送调研问题", "条", declared(), "general", area="unit")
SOLVED = Indicator("party.survey_problems.solved", "已解决调研问题", "条", declared(), "general", area="unit")
