"""M站指标: stations that run, by what they repair, and those not yet connected or standing still."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_stations = rows("m_station")
_running = _stations.in_state("running")

RUNNING = Indicator("maintenance.m_stations.running", "运行中的M站", "家", _running.count(), "maintenance")
DIESEL = Indicator(
    "maintenance.m_stations.diesel",
    "可维修柴油车的运行M站",
    "家",
    _running.where(serves__in=("diesel", "both")).count(),
    "maintenance",
)
UNCONNECTED = Indicator(
    "maintenance.m_stations.unconnected",
    "已认定待联网的M站",
    "家",
    _stations.in_state("approved").count(),
    "maintenance",
)
SUSPENDED = Indicator(
    "maintenance.m_stations.suspended", "暂停运行的M站", "家", _stations.in_state("suspended").count(), "maintenance"
)
