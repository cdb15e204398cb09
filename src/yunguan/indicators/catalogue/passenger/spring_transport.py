"""春运运输指标: passengers, trips and coaches of the spring rush, reports in time, duty and emergency coaches."""

from yunguan.core.expressions import Ratio, rows
from yunguan.indicators.indicator import Indicator

_reports = rows("spring_daily").in_state("reported", "accepted").in_period()
_county = _reports.where(reporter_kind="county")
_told = rows("spring_daily").where(on_time__isnull=False)
_days = _county.distinct("report_on")
_year_before = rows("spring_daily").in_state("reported", "accepted").in_period().where(reporter_kind="county")
_carried_before = _year_before.earlier(years=1).sum("passengers")
_coaches = rows("spring_vehicle").in_state("ready", "called", "stood_down").in_period()

PASSENGERS = Indicator(
    "spring_transport.passengers", "春运道路客运发送旅客", "人次", _county.sum("passengers"), "passenger"
)
STATION_PASSENGERS = Indicator(
    "spring_transport.station_passengers",
    "春运客运站发送旅客",
    "人次",
    _reports.where(reporter_kind="station").sum("passengers"),
    "passenger",
)
TRIPS = Indicator("spring_transport.trips", "春运发出班次", "班", _county.sum("trips"), "passenger")
EXTRA_TRIPS = Indicator("spring_transport.extra_trips", "春运加班班次", "班", _county.sum("extra_trips"), "passenger")
DAYS = Indicator("spring_transport.days", "春运有日报的天数", "天", _days, "passenger")
REPORTS = Indicator("spring_transport.reports", "春运日报", "份", _reports.count(), "passenger")
ON_TIME_RATE = Indicator(
    "spring_transport.on_time_rate",
    "春运日报按时上报率",
    "%",
    _told.where(on_time=True).count() / _told.count(),
    "passenger",
)
VEHICLES_A_DAY = Indicator(
    "spring_transport.vehicles_a_day",
    "春运日均投入客车",
    "辆",
    Ratio(_county.sum("vehicles"), _days, times=1),
    "passenger",
)
PASSENGERS_A_DAY = Indicator(
    "spring_transport.passengers_a_day",
    "春运日均发送旅客",
    "人次",
    Ratio(_county.sum("passengers"), _days, times=1),
    "passenger",
)
GROWTH = Indicator(
    "spring_transport.growth",
    "春运道路客运发送旅客比上年增长",
    "%",
    (_county.sum("passengers") - _carried_before) / _carried_before,
    "passenger",
)
EMERGENCY_VEHICLES = Indicator(
    "spring_transport.emergency_vehicles", "春运应急车辆", "辆", _coaches.count(), "passenger"
)
EMERGENCY_SEATS = Indicator(
    "spring_transport.emergency_seats", "春运应急车辆客位", "个", _coaches.sum("seats"), "passenger"
)
DUTIES = Indicator(
    "spring_transport.duties",
    "春运值班",
    "班次",
    rows("spring_duty").in_state("planned", "served").in_period().count(),
    "passenger",
)
