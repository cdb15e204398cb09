"""基本支出指标: the general budget's basic expenditure, granted, added to and spent, in 万元."""

from yunguan.core.expressions import WAN, Sum, rows
from yunguan.indicators.indicator import Indicator

_spent = rows("payment").where(fund="general", kind="basic")


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
    rows("budget_adjustment").where(fund="general", kind="basic", direction="increase").sum("amount", WAN),
    "finance",
    area="unit",
)
EXECUTED = Indicator(
    "finance.basic.executed", "基本支出全年执行数", "万元", _spent.sum("amount", WAN), "finance", area="unit"
)
WAGES = Indicator("finance.basic.wages", "工资福利支出（301）", "万元", _class("301"), "finance", area="unit")
GOODS = Indicator("finance.basic.goods", "商品和服务支出（302）", "万元", _class("302"), "finance", area="unit")
INDIVIDUALS = Indicator(
    "finance.basic.individuals", "对个人和家庭的补助（303）", "万元", _class("303"), "finance", area="unit"
)
CAPITAL = Indicator("finance.basic.capital", "资本性支出（310）", "万元", _class("310"), "finance", area="unit")
