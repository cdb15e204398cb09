"""应急预案备案指标: who must file, who has filed."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

URBAN = "430400U"

_obliged = rows("operator").in_state("operating", "suspended").where(filing_required=True)
_in_force = rows("emergency_plan").in_state("filed", "deemed_filed").where(filing_required=True)
_filed = _in_force.distinct("operator")

REQUIRED = Indicator(
    "safety.emergency_plan.required", "应备案道路运输企业", "家", _obliged.count(), "safety", area=URBAN
)
FILED = Indicator("safety.emergency_plan.filed", "已完成应急预案备案企业", "家", _filed, "safety", area=URBAN)
FILED_RATE = Indicator(
    "safety.emergency_plan.filed_rate", "应急预案备案率", "%", _filed / _obliged.count(), "safety", area=URBAN
)
KEY_CARRIERS_FILED_RATE = Indicator(
    "safety.emergency_plan.key_carriers_filed_rate",
    "两客一危企业备案率",
    "%",
    _in_force.where(key_carrier=True).distinct("operator") / _obliged.where(key_carrier=True).count(),
    "safety",
    area=URBAN,
)
