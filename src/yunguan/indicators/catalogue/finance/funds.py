"""各本预算支出指标: what was spent of the four budgets, and altogether, in 万元."""

from yunguan.core.expressions import WAN, Sum, rows
from yunguan.indicators.indicator import Indicator


def _fund(code: str) -> Sum:
    return rows("payment").where(fund=code).sum("amount", WAN)


GOVERNMENT_FUND = Indicator(
    "finance.government_fund", "政府性基金预算支出", "万元", _fund("government_fund"), "finance", area="unit"
)
STATE_CAPITAL = Indicator(
    "finance.state_capital", "国有资本经营预算支出", "万元", _fund("state_capital"), "finance", area="unit"
)
SOCIAL_INSURANCE = Indicator(
    "finance.social_insurance", "社会保险基金预算支出", "万元", _fund("social_insurance"), "finance", area="unit"
)
TOTAL_EXECUTED = Indicator(
    "finance.total.executed",
    "部门整体支出执行数",
    "万元",
    rows("payment").sum("amount", WAN),
    "finance",
    area="unit",
)
