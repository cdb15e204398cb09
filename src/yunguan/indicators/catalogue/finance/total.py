"""部门整体支出指标: all four budgets together, granted, adjusted and spent, in 万元.

The year's budget is counted twice: as it was granted and adjusted, and with what last year left for it besides. Not all
that was left last year counts: what finance took back is no money of this year.
"""

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
ADDITION_RATE = Indicator(
    "finance.total.addition_rate",
    "部门整体支出追加率",
    "%",
    _adjusted.where(direction="increase").sum("amount", WAN, nothing_is_zero=True)
    / figure("finance.total.initial_budget"),
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
COMPLETION_RATE = Indicator(
    "finance.total.completion_rate",
    "部门整体支出预算完成率（预算数含上年结转）",
    "%",
    figure("finance.total.executed")
    / (figure("finance.carry_over.brought_in") + figure("finance.total.adjusted_budget")),
    "finance",
    area="unit",
)
