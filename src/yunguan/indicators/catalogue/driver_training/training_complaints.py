"""驾培投诉指标: complaints by cause, how many are settled, how much of what was asked is refunded."""

from yunguan.core.expressions import WAN, rows
from yunguan.indicators.indicator import Indicator

SECTION = "driver_training"

_all = rows("contract_complaint")
_agreed = _all.in_state("settled", "fulfilled").in_period()
_ended = _all.in_state("settled", "fulfilled", "refused", "referred").in_period()
_refunds = _ended.where(refund_asked__isnull=False)

TOTAL = Indicator("training.complaints.total", "驾培投诉", "件", _all.count(), SECTION)
REFUND = Indicator("training.complaints.refund", "驾培退费投诉", "件", _all.where(cause="refund").count(), SECTION)
PRICE = Indicator("training.complaints.price", "驾培收费投诉", "件", _all.where(cause="price").count(), SECTION)
CONTRACT = Indicator(
    "training.complaints.contract", "驾培合同投诉", "件", _all.where(cause="contract").count(), SECTION
)
RECRUITING = Indicator(
    "training.complaints.recruiting", "违规招生投诉", "件", _all.where(cause="recruiting").count(), SECTION
)
SCHOOLS = Indicator("training.complaints.schools", "被投诉驾校", "所", _all.distinct("operator"), SECTION)
UNSIGNED_RATE = Indicator(
    "training.complaints.unsigned_rate",
    "投诉中未签合同的比例",
    "%",
    _all.where(contract_signed=False).count() / _all.where(contract_signed__isnull=False).count(),
    SECTION,
)
SETTLED_RATE = Indicator(
    "training.complaints.settled_rate", "驾培投诉调解成功率", "%", _agreed.count() / _ended.count(), SECTION
)
FULFILLED_RATE = Indicator(
    "training.complaints.fulfilled_rate",
    "驾培调解协议履行率",
    "%",
    _all.in_state("fulfilled").in_period().count() / _agreed.count(),
    SECTION,
)
REFUNDED = Indicator(
    "training.complaints.refunded", "驾培投诉约定退费", "万元", _agreed.sum("refund_agreed", divisor=WAN), SECTION
)
REFUND_RATE = Indicator(
    "training.complaints.refund_rate",
    "驾培退费率（约定退费÷要求退费）",
    "%",
    _agreed.where(refund_asked__isnull=False).sum("refund_agreed") / _refunds.sum("refund_asked"),
    SECTION,
)
