"""客运线路指标: lines in force, their licences that end, conversion to public transport."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

TENTHS = 10

_routes = rows("route").in_state("licensed", "suspended")
_planned = rows("route").in_state("licensed", "suspended", "converted").where(conversion_planned=True)
_running = rows("route").in_state("licensed")

IN_FORCE = Indicator("routes.in_force", "许可有效客运线路", "条", _routes.count(), "passenger")
INTER_PROVINCIAL = Indicator(
    "routes.inter_provincial", "省际客运线路", "条", _routes.where(level="4").count(), "passenger"
)
INTER_CITY = Indicator("routes.inter_city", "市际客运线路", "条", _routes.where(level="3").count(), "passenger")
INTER_COUNTY = Indicator("routes.inter_county", "县际客运线路", "条", _routes.where(level="2").count(), "passenger")
INTRA_COUNTY = Indicator("routes.intra_county", "县内客运线路", "条", _routes.where(level="1").count(), "passenger")
DAILY_TRIPS = Indicator(
    "routes.daily_trips", "客运线路日发班次", "班", _running.sum("daily_trips", divisor=TENTHS), "passenger"
)
VEHICLES = Indicator("routes.vehicles", "客运线路投入车辆", "辆", _running.sum("vehicles"), "passenger")
EXPIRING = Indicator(
    "routes.expiring",
    "本期内许可到期客运线路",
    "条",
    rows("route").in_state("licensed", "suspended", "expired").in_period("licence_to").count(),
    "passenger",
)
EXPIRED = Indicator(
    "routes.expired", "许可到期尚未办结客运线路", "条", rows("route").in_state("expired").count(), "passenger"
)
CONVERTED = Indicator(
    "routes.converted",
    "本期完成公交化改造客运线路",
    "条",
    rows("route").in_state("converted").in_period("converted_on").count(),
    "passenger",
)
CONVERTED_RATE = Indicator(
    "routes.converted_rate",
    "公交化改造计划完成率",
    "%",
    rows("route").in_state("converted").where(conversion_planned=True).count() / _planned.count(),
    "passenger",
)
