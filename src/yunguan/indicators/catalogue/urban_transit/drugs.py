"""毛发毒检指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

HAIR_TEST_RATE_BUS = Indicator(
    "drugs.hair_test_rate.bus", "城区公交毛发毒检率", "%", declared(), "urban_transit", area="430400U"
)
HAIR_TEST_RATE_TAXI = Indicator(
    "drugs.hair_test_rate.taxi", "巡游出租车毛发毒检率", "%", declared(), "urban_transit", area="430400U"
)
HAIR_TEST_RATE_RIDE_HAILING = Indicator(
    "drugs.hair_test_rate.ride_hailing", "网约车毛发毒检率", "%", declared(), "urban_transit", area="430400U"
)
HAIR_TEST_RATE_KEY_CARRIERS = Indicator(
    "drugs.hair_test_rate.key_carriers", "两客一危毛发毒检率", "%", declared(), "urban_transit", area="430400U"
)
