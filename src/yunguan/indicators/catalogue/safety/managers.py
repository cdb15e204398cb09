"""两类人员指标: how many there are, how many hold a certificate, how many of their carriers have somebody who does."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_managers = rows("safety_manager")
_in_post = _managers.in_state("appointed", "certified", "expired")
_certified = _managers.in_state("certified")

TOTAL = Indicator("safety.managers.total", "两类人员总数", "名", _in_post.distinct("identity_number"), "safety")
CERTIFIED = Indicator(
    "safety.managers.certified", "两类人员持证人数", "名", _certified.distinct("identity_number"), "safety"
)
CERTIFIED_RATE = Indicator(
    "safety.managers.certified_rate", "两类人员持证率", "%", _certified.count() / _in_post.count(), "safety"
)
UNCERTIFIED = Indicator(
    "safety.managers.uncertified", "两类人员未持证任职", "人次", _managers.in_state("appointed").count(), "safety"
)
EXPIRED = Indicator(
    "safety.managers.expired", "两类人员证明过期任职", "人次", _managers.in_state("expired").count(), "safety"
)
OPERATORS_CERTIFIED_RATE = Indicator(
    "safety.managers.operators_certified_rate",
    "有持证人员的企业占比",
    "%",
    _certified.distinct("operator") / _in_post.distinct("operator"),
    "safety",
)
