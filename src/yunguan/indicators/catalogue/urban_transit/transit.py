"""城市公交指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

ELDER_FRIENDLY_LINES = Indicator(
    "transit.elder_friendly_lines", "敬老爱老公交线路", "条", declared(), "urban_transit", area="430400U"
)
LINES_REROUTED = Indicator(
    "transit.lines_rerouted", "调整走向公交线路", "条", declared(), "urban_transit", area="430400U"
)
