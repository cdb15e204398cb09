"""建议提案指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

RECEIVED = Indicator("proposals.received", "人大建议和政协提案", "件", declared(), "general", area="unit")
COMPLETED = Indicator("proposals.completed", "已办结建议提案", "件", declared(), "general", area="unit")
