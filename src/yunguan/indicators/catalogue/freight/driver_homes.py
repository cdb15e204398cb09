"""司机之家指标: homes accepted in the year, running, starred, and drivers served."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_homes = rows("driver_home")
_months = rows("driver_home_month")

DRIVER_HOMES_ACCEPTED = Indicator(
    "freight.driver_homes_accepted",
    "验收司机之家",
    "个",
    _homes.in_period("accepted_on").count(),
    "freight",
    as_of="10-31",
)
RUNNING = Indicator(
    "freight.driver_homes.running", "运营中的司机之家", "个", _homes.in_state("running", "reviewing").count(), "freight"
)
STARRED = Indicator(
    "freight.driver_homes.starred",
    "获评星级的司机之家",
    "个",
    _homes.in_state("running", "reviewing").where(star__isnull=False).count(),
    "freight",
)
UNDER_WAY = Indicator(
    "freight.driver_homes.under_way",
    "在建和待验收的司机之家",
    "个",
    _homes.in_state("building", "assessed", "rectifying").count(),
    "freight",
)
DRIVERS = Indicator("freight.driver_homes.drivers", "司机之家服务司机", "人次", _months.sum("drivers"), "freight")
COMPLAINTS_SETTLED = Indicator(
    "freight.driver_homes.complaints_settled_rate",
    "司机之家投诉办结率",
    "%",
    _months.sum("settled") / _months.sum("complaints"),
    "freight",
)
