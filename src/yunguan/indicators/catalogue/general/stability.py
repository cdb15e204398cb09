"""维稳风险指标: found, watched, removed."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_risks = rows("stability_risk")
_open = _risks.in_state("found", "assessed", "met", "watched")
_removed = _risks.in_state("removed").in_period()

FOUND = Indicator("stability.found", "排查发现维稳风险", "项", _risks.count(), "general", area="unit")
KEY = Indicator("stability.key", "重点维稳事项", "项", _risks.where(key_matter=True).count(), "general", area="unit")
REMOVED = Indicator("stability.removed", "已化解维稳风险", "项", _removed.count(), "general", area="unit")
REMOVED_RATE = Indicator(
    "stability.removed_rate", "维稳风险化解率", "%", _removed.count() / _risks.count(), "general", area="unit"
)
OPEN = Indicator("stability.open", "在控维稳风险", "项", _open.count(), "general", area="unit")
OPEN_HIGH = Indicator(
    "stability.open_high", "在控高风险事项", "项", _open.where(level="high").count(), "general", area="unit"
)
