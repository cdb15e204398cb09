"""部门整体支出指标: all four budgets together, granted, adjusted and spent, in 万元."""

from yunguan.core.expressions import WAN, figure, rows
from yunguan.indicators.indicator import Indicator

_adjusted = rows("budget_adjustment")

INITIAL_BUDGET = Indicator(
    "finance.total.initial_budget",
    "部门整体支出年初预算",
    "万元",
    rows("appropriation").sum("amount", WAN),
    "finance",
    area="unit",
)
ADJUSTED_BUDGET = Indicator(
    "finance.total.adjusted_budget",
    "部门整体支出全年预算数",
    "万元",
    figure("finance.total.initial_budget") + _adjusted.sum("signed_amount", WAN, nothing_is_zero=True),
    "finance",
    area="unit",
)
ADJUSTMENT_RATE = Indicator(
    "finance.total.adjustment_rate",
    "部门整体支出预算调整率（追加、追减绝对额）",
    "%",
    _adjusted.sum("amount", WAN, nothing_is_zero=True) / figure("finance.total.initial_budget"),
    "finance",
    area="unit",
)
EXECUTED = Indicator(
    "finance.total.executed",
    "部门整体支出执行数",
    "万元",
    rows("payment").sum("amount", WAN),
    "finance",
    area="unit",
)
EXECUTION_RATE = Indicator(
    "finance.total.execution_rate",
    "部门整体支出预算执行率",
    "%",
    figure("finance.total.executed") / figure("finance.total.adjusted_budget"),
    "finance",
    area="unit",
)
