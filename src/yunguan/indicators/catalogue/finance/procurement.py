"""政府采购指标: bought under the procurement budget; its ledger is another system's, so the section declares it."""

from yunguan.core.expressions import declared, figure
from yunguan.indicators.indicator import Indicator

BUDGET = Indicator("finance.procurement.budget", "政府采购预算", "万元", declared(), "finance", area="unit")
ACTUAL = Indicator("finance.procurement.actual", "政府采购实际金额", "万元", declared(), "finance", area="unit")
LAST_YEAR = Indicator("finance.procurement.last_year", "政府采购上年决算数", "万元", declared(), "finance", area="unit")
EXECUTION_RATE = Indicator(
    "finance.procurement.execution_rate",
    "政府采购执行率",
    "%",
    figure("finance.procurement.actual") / figure("finance.procurement.budget"),
    "finance",
    area="unit",
)
