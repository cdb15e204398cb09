"""基本支出指标: the general budget's basic expenditure, granted, adjusted and spent, in 万元.

An adjustment that was not made is written down nowhere: no row is then 0. A grant or a payment of nothing is a row.
"""

from yunguan.core.expressions import WAN, Sum, figure, rows
from yunguan.indicators.indicator import Indicator

_spent = rows("payment").where(fund="general", kind="basic")
_adjusted = rows("budget_adjustment").where(fund="general", kind="basic")


def _class(code: str) -> Sum:
    return _spent.where(economic_class__startswith=code).sum("amount", WAN)


INITIAL_BUDGET = Indicator(
    "finance.basic.initial_budget",
    "基本支出年初预算",
    "万元",
    rows("appropriation").where(fund="general", kind="basic").sum("amount", WAN),
    "finance",
    area="unit",
)
ADDITIONS = Indicator(
    "finance.basic.additions",
    "基本支出年中追加预算",
    "万元",
    _adjusted.where(direction="increase").sum("amount", WAN, nothing_is_zero=True),
    "finance",
    area="unit",
)
ADDITION_RATE = Indicator(
    "finance.basic.addition_rate",
    "基本支出追加率",
    "%",
    figure("finance.basic.additions") / figure("finance.basic.initial_budget"),
    "finance",
    area="unit",
)
ADJUSTMENT_RATE = Indicator(
    "finance.basic.adjustment_rate",
    "基本支出预算调整率（追加、追减绝对额）",
    "%",
    _adjusted.sum("amount", WAN, nothing_is_zero=True) / figure("finance.basic.initial_budget"),
    "finance",
    area="unit",
)
ADJUSTED_BUDGET = Indicator(
    "finance.basic.adjusted_budget",
    "基本支出全年预算数",
    "万元",
    figure("finance.basic.initial_budget") + _adjusted.sum("signed_amount", WAN, nothing_is_zero=True),
    "finance",
    area="unit",
)
EXECUTED = Indicator(
    "finance.basic.executed", "基本支出全年执行数", "万元", _spent.sum("amount", WAN), "finance", area="unit"
)
EXECUTION_RATE = Indicator(
    "finance.basic.execution_rate",
    "基本支出预算执行率",
    "%",
    figure("finance.basic.executed") / figure("finance.basic.adjusted_budget"),
    "finance",
    area="unit",
)
WAGES = Indicator("finance.basic.wages", "工资福利支出（301）", "万元", _class("301"), "finance", area="unit")
GOODS = Indicator("finance.basic.goods", "商品和服务支出（302）", "万元", _class("302"), "finance", area="unit")
INDIVIDUALS = Indicator(
    "finance.basic.individuals", "对个人和家庭的补助（303）", "万元", _class("303"), "finance", area="unit"
)
CAPITAL = Indicator("finance.basic.capital", "资本性支出（310）", "万元", _class("310"), "finance", area="unit")
