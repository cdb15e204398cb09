"""信访事项指标: registered, accepted, closed in time, reviewed."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_petitions = rows("petition")
_decided = _petitions.where(on_time__in=(True, False))

REGISTERED = Indicator("petitions.registered", "登记信访事项", "件", _petitions.count(), "general", area="unit")
CLAIMS = Indicator(
    "petitions.claims", "申诉求决类信访事项", "件", _petitions.where(purpose="claim").count(), "general", area="unit"
)
OPEN = Indicator(
    "petitions.open",
    "在办信访事项",
    "件",
    _petitions.in_state("registered", "accepted", "extension_asked", "extended", "decided", "reviewing").count(),
    "general",
    area="unit",
)
ON_TIME_RATE = Indicator(
    "petitions.on_time_rate",
    "信访事项按期办结率",
    "%",
    _decided.where(on_time=True).count() / _decided.count(),
    "general",
    area="unit",
)
REVIEWED = Indicator(
    "petitions.reviewed",
    "申请复查信访事项",
    "件",
    _petitions.where(review_asked_on__isnull=False).count(),
    "general",
    area="unit",
)
REPEAT_RATE = Indicator(
    "petitions.repeat_rate",
    "重复信访率",
    "%",
    _petitions.where(repeated=True).count() / _petitions.count(),
    "general",
    area="unit",
)
