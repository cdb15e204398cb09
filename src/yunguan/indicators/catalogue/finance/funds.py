"""各本预算指标: what was granted, adjusted and spent of each of the four budgets, in 万元.

Of a budget that the centre does not have, grant and payment are explicit rows of zero.
"""

from yunguan.core.expressions import WAN, Sum, Total, figure, rows
from yunguan.indicators.indicator import Indicator


def _granted(fund: str) -> Sum:
    return rows("appropriation").where(fund=fund).sum("amount", WAN)


def _adjusted(fund: str) -> Total:
    """The grant with what was added and taken; no adjustment is written down nowhere, so that no row is 0."""
    change = rows("budget_adjustment").where(fund=fund).sum("signed_amount", WAN, nothing_is_zero=True)
    return figure(f"finance.{fund}.initial_budget") + change


def _spent(fund: str) -> Sum:
    return rows("payment").where(fund=fund).sum("amount", WAN)


GENERAL_INITIAL = Indicator(
    "finance.general.initial_budget", "一般公共预算年初预算", "万元", _granted("general"), "finance", area="unit"
)
GENERAL_ADJUSTED = Indicator(
    "finance.general.adjusted_budget", "一般公共预算全年预算数", "万元", _adjusted("general"), "finance", area="unit"
)
GENERAL_EXECUTED = Indicator(
    "finance.general.executed", "一般公共预算支出", "万元", _spent("general"), "finance", area="unit"
)
GOVERNMENT_FUND_INITIAL = Indicator(
    "finance.government_fund.initial_budget",
    "政府性基金年初预算",
    "万元",
    _granted("government_fund"),
    "finance",
    area="unit",
)
GOVERNMENT_FUND_ADJUSTED = Indicator(
    "finance.government_fund.adjusted_budget",
    "政府性基金全年预算数",
    "万元",
    _adjusted("government_fund"),
    "finance",
    area="unit",
)
GOVERNMENT_FUND = Indicator(
    "finance.government_fund", "政府性基金预算支出", "万元", _spent("government_fund"), "finance", area="unit"
)
STATE_CAPITAL_INITIAL = Indicator(
    "finance.state_capital.initial_budget",
    "国有资本经营年初预算",
    "万元",
    _granted("state_capital"),
    "finance",
    area="unit",
)
STATE_CAPITAL_ADJUSTED = Indicator(
    "finance.state_capital.adjusted_budget",
    "国有资本经营全年预算数",
    "万元",
    _adjusted("state_capital"),
    "finance",
    area="unit",
)
STATE_CAPITAL = Indicator(
    "finance.state_capital", "国有资本经营预算支出", "万元", _spent("state_capital"), "finance", area="unit"
)
SOCIAL_INSURANCE_INITIAL = Indicator(
    "finance.social_insurance.initial_budget",
    "社会保险基金年初预算",
    "万元",
    _granted("social_insurance"),
    "finance",
    area="unit",
)
SOCIAL_INSURANCE_ADJUSTED = Indicator(
    "finance.social_insurance.adjusted_budget",
    "社会保险基金全年预算数",
    "万元",
    _adjusted("social_insurance"),
    "finance",
    area="unit",
)
SOCIAL_INSURANCE = Indicator(
    "finance.social_insurance", "社会保险基金预算支出", "万元", _spent("social_insurance"), "finance", area="unit"
)
