"""客运牌证发放指标: plates issued in the year, by kind and range."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

AS_OF = "11-30"
INTER_COUNTY, INTER_CITY, INTER_PROVINCIAL = "2", "3", "4"
INTRA_PROVINCIAL = ("1", "2", "3")

_charter = rows("plate").where(plate_kind="charter")
_extra = rows("plate").where(plate_kind="extra")

CHARTER = Indicator("plates.charter", "包车牌", "块", _charter.count(), "passenger", as_of=AS_OF)
CHARTER_INTER_PROVINCIAL = Indicator(
    "plates.charter.inter_provincial",
    "省际包车牌",
    "块",
    _charter.where(level=INTER_PROVINCIAL).count(),
    "passenger",
    as_of=AS_OF,
)
CHARTER_INTRA_PROVINCIAL = Indicator(
    "plates.charter.intra_provincial",
    "省内包车牌",
    "块",
    _charter.where(level__in=INTRA_PROVINCIAL).count(),
    "passenger",
    as_of=AS_OF,
)
EXTRA = Indicator("plates.extra", "加班牌", "块", _extra.count(), "passenger", as_of=AS_OF)
EXTRA_INTER_PROVINCIAL = Indicator(
    "plates.extra.inter_provincial",
    "省际加班牌",
    "块",
    _extra.where(level=INTER_PROVINCIAL).count(),
    "passenger",
    as_of=AS_OF,
)
EXTRA_INTER_CITY = Indicator(
    "plates.extra.inter_city", "市际加班牌", "块", _extra.where(level=INTER_CITY).count(), "passenger", as_of=AS_OF
)
EXTRA_INTER_COUNTY = Indicator(
    "plates.extra.inter_county",
    "县际加班牌",
    "块",
    _extra.where(level=INTER_COUNTY).count(),
    "passenger",
    as_of=AS_OF,
)
ROUTE = Indicator(
    "plates.route", "正式线路牌", "块", rows("plate").where(plate_kind="route").count(), "passenger", as_of=AS_OF
)
