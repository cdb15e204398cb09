"""毛发毒检指标: drivers tested of those who should be, trade by trade; a driver counts once a year."""

from yunguan.core.expressions import Ratio, Rows, rows
from yunguan.indicators.indicator import Indicator

URBAN = "430400U"

_listed = rows("hair_test").in_state("listed", "absent", "sampled", "tested", "filed").in_period()
_tested = rows("hair_test").in_state("tested", "filed").in_period().where(conclusive=True)
_missing = rows("hair_test").in_state("listed", "absent").in_period()


def _rate(listed: Rows, tested: Rows) -> Ratio:
    return tested.distinct("identity_number") / listed.distinct("identity_number")


def _of_trade(trade: str) -> Ratio:
    return _rate(_listed.where(trade=trade), _tested.where(trade=trade))


HAIR_TEST_RATE_BUS = Indicator(
    "drugs.hair_test_rate.bus", "城区公交毛发毒检率", "%", _of_trade("bus"), "urban_transit", area=URBAN
)
HAIR_TEST_RATE_TAXI = Indicator(
    "drugs.hair_test_rate.taxi", "巡游出租车毛发毒检率", "%", _of_trade("taxi"), "urban_transit", area=URBAN
)
HAIR_TEST_RATE_RIDE_HAILING = Indicator(
    "drugs.hair_test_rate.ride_hailing",
    "网约车毛发毒检率",
    "%",
    _of_trade("ride_hailing"),
    "urban_transit",
    area=URBAN,
)
HAIR_TEST_RATE_KEY_CARRIERS = Indicator(
    "drugs.hair_test_rate.key_carriers",
    "两客一危毛发毒检率",
    "%",
    _of_trade("key_carriers"),
    "urban_transit",
    area=URBAN,
)
LISTED = Indicator("drugs.listed", "应检驾驶员", "人", _listed.distinct("identity_number"), "urban_transit", area=URBAN)
TESTED = Indicator("drugs.tested", "已检驾驶员", "人", _tested.distinct("identity_number"), "urban_transit", area=URBAN)
MISSING = Indicator(
    "drugs.missing", "应检未检驾驶员", "人", _missing.distinct("identity_number"), "urban_transit", area=URBAN
)
RATE = Indicator("drugs.rate", "营运驾驶员毛发毒检率", "%", _rate(_listed, _tested), "urban_transit", area=URBAN)
POSITIVE = Indicator(
    "drugs.positive",
    "毛发毒检阳性驾驶员",
    "人",
    _tested.where(result="positive").distinct("identity_number"),
    "urban_transit",
    area=URBAN,
)
