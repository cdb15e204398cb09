"""绿色货运配送指标: how many indicators of the model project were told of in the year, and by which light."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_told = rows("green_freight_progress")

REPORTED = Indicator("freight.green_freight.reported", "绿色货运配送报送进展的指标", "项", _told.count(), "freight")
GREEN = Indicator(
    "freight.green_freight.green", "绿色货运配送绿灯指标", "项", _told.where(light="green").count(), "freight"
)
YELLOW = Indicator(
    "freight.green_freight.yellow", "绿色货运配送黄灯指标", "项", _told.where(light="yellow").count(), "freight"
)
RED = Indicator("freight.green_freight.red", "绿色货运配送红灯指标", "项", _told.where(light="red").count(), "freight")
ON_TARGET_RATE = Indicator(
    "freight.green_freight.on_target_rate",
    "绿色货运配送指标达标率",
    "%",
    _told.where(light="green").count() / _told.count(),
    "freight",
)
CHECKED_RATE = Indicator(
    "freight.green_freight.checked_rate",
    "绿色货运配送进展核对率",
    "%",
    _told.in_state("checked").in_period().count() / _told.count(),
    "freight",
)
