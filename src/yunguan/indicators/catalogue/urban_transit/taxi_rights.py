"""出租汽车经营权指标: rights in force, those that end in the year, those granted anew."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

URBAN = "430400U"

_rights = rows("taxi_right")
_in_force = _rights.in_state("valid", "reminded", "applied", "regranted")
_ending = _rights.in_period("valid_to")
_regranted = _rights.in_state("regranted", "ended").in_period("decided_on")
_decided = _rights.in_state("regranted", "ended", "refused").in_period("decided_on")

IN_FORCE = Indicator(
    "taxi_rights.in_force", "巡游出租车有效经营权", "个", _in_force.count(), "urban_transit", area=URBAN
)
COMPANY = Indicator(
    "taxi_rights.company",
    "企业持有的出租车经营权",
    "个",
    _in_force.where(owned_by="company").count(),
    "urban_transit",
    area=URBAN,
)
ENDING = Indicator("taxi_rights.ending", "当期到期的出租车经营权", "个", _ending.count(), "urban_transit", area=URBAN)
REGRANTED = Indicator(
    "taxi_rights.regranted", "重新授予出租车经营权", "个", _regranted.count(), "urban_transit", area=URBAN
)
REGRANTED_RATE = Indicator(
    "taxi_rights.regranted_rate",
    "出租车经营权重新授予率（授予÷办结）",
    "%",
    _regranted.count() / _decided.count(),
    "urban_transit",
    area=URBAN,
)
EXPIRED = Indicator(
    "taxi_rights.expired",
    "到期未处理的出租车经营权",
    "个",
    _rights.in_state("expired").count(),
    "urban_transit",
    area=URBAN,
)
