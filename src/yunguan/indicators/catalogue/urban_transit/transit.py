"""城市公交指标: lines and their length, lines changed, lines made fit for the old."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

URBAN = "430400U"
TENTHS = 10
"""Lengths are kept in tenths of a kilometre."""

_lines = rows("bus_line").in_state("operating")
_carried_out = rows("line_change").in_state("carried_out", "evaluated").in_period("carried_out_on")
_rerouted = _carried_out.where(kind="rerouting")
_elder = rows("elder_line").in_state("declared")
_decided = rows("line_change").in_state("decided", "announced", "carried_out", "evaluated", "rejected").in_period()

ELDER_FRIENDLY_LINES = Indicator(
    "transit.elder_friendly_lines", "敬老爱老公交线路", "条", _elder.distinct("line"), "urban_transit", area=URBAN
)
LINES_REROUTED = Indicator(
    "transit.lines_rerouted", "调整走向公交线路", "条", _rerouted.distinct("line"), "urban_transit", area=URBAN
)
LINES = Indicator("transit.lines", "运营公交线路", "条", _lines.count(), "urban_transit", area=URBAN)
VEHICLES = Indicator("transit.vehicles", "公交线路配车", "辆", _lines.sum("vehicles"), "urban_transit", area=URBAN)
ELECTRIC_RATE = Indicator(
    "transit.electric_rate",
    "公交线路新能源车占比",
    "%",
    _lines.sum("electric") / _lines.sum("vehicles"),
    "urban_transit",
    area=URBAN,
)
LINES_CHANGED = Indicator(
    "transit.lines_changed", "优化调整公交线路", "条", _carried_out.distinct("line"), "urban_transit", area=URBAN
)
CHANGES_DECIDED = Indicator(
    "transit.changes_decided", "办结公交线路调整", "件", _decided.count(), "urban_transit", area=URBAN
)
REROUTED_LENGTH = Indicator(
    "transit.rerouted_length",
    "调整走向线路现长度",
    "公里",
    _rerouted.sum("new_length_km", TENTHS),
    "urban_transit",
    area=URBAN,
)
