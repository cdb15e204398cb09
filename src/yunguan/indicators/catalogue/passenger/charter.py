"""包车备案指标: charter trips filed, by range, before departure, and those sent back."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_trips = rows("charter_filing").in_state("filed", "ended").in_period()

FILED = Indicator("charter.filed", "包车备案", "次", _trips.count(), "passenger")
INTER_PROVINCIAL = Indicator(
    "charter.inter_provincial", "省际包车备案", "次", _trips.where(level="4").count(), "passenger"
)
PASSENGERS = Indicator("charter.passengers", "包车运送旅客", "人次", _trips.sum("passengers"), "passenger")
OPERATORS = Indicator("charter.operators", "办理包车备案企业", "家", _trips.distinct("operator"), "passenger")
BEFORE_DEPARTURE = Indicator(
    "charter.before_departure_rate",
    "包车发车前备案率",
    "%",
    _trips.where(before_departure=True).count() / _trips.count(),
    "passenger",
)
RETURNED = Indicator(
    "charter.returned",
    "退回未再办的包车备案",
    "次",
    rows("charter_filing").in_state("returned").in_period().count(),
    "passenger",
)
