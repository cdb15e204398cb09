"""货运指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

DRIVER_HOMES_ACCEPTED = Indicator(
    "freight.driver_homes_accepted", "验收司机之家", "个", declared(), "freight", as_of="10-31"
)
