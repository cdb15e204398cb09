"""预警转发指标: warnings relayed, how soon, to how many, and how many said that they had them."""

from yunguan.core.expressions import Ratio, rows
from yunguan.indicators.indicator import Indicator

_warnings = rows("warning_relay")
_relayed = _warnings.in_state("forwarded", "lifted").in_period()
_urgent = _relayed.where(level__in=("red", "orange"))
_receipts = rows("warning_receipt")
_acknowledged = _receipts.in_state("acknowledged").in_period()

RECEIVED = Indicator("safety.warning_relay.received", "收到预警信息", "条", _warnings.count(), "safety")
RELAYED = Indicator("safety.warning_relay.relayed", "转发预警信息", "条", _relayed.count(), "safety")
IN_TIME_RATE = Indicator(
    "safety.warning_relay.in_time_rate",
    "预警及时转发率",
    "%",
    _relayed.where(in_time=True).count() / _relayed.count(),
    "safety",
)
URGENT_IN_TIME_RATE = Indicator(
    "safety.warning_relay.urgent_in_time_rate",
    "红色橙色预警及时转发率",
    "%",
    _urgent.where(in_time=True).count() / _urgent.count(),
    "safety",
)
MEAN_MINUTES = Indicator(
    "safety.warning_relay.mean_minutes",
    "预警平均转发用时",
    "分钟",
    Ratio(_relayed.sum("relay_minutes"), _relayed.count(), times=1),
    "safety",
)
TOLD = Indicator("safety.warning_relay.told", "预警信息送达企业", "家次", _receipts.count(), "safety")
OPERATORS = Indicator(
    "safety.warning_relay.operators", "接收预警信息企业", "家", _receipts.distinct("operator"), "safety"
)
ACKNOWLEDGED_RATE = Indicator(
    "safety.warning_relay.acknowledged_rate", "预警签收率", "%", _acknowledged.count() / _receipts.count(), "safety"
)
