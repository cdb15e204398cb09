"""结转结余指标: what the year's budget was not spent of, beside the year before, in 万元.

Which part of last year's remainder finance left for this year is told by no book: the section declares it.
"""

from yunguan.core.expressions import WAN, declared, figure, rows
from yunguan.indicators.indicator import Indicator

_granted = rows("appropriation").earlier(years=1).sum("amount", WAN)
_changed = rows("budget_adjustment").earlier(years=1).sum("signed_amount", WAN, nothing_is_zero=True)
_spent = rows("payment").earlier(years=1).sum("amount", WAN)

AMOUNT = Indicator(
    "finance.carry_over.amount",
    "结转结余总额",
    "万元",
    figure("finance.total.adjusted_budget") - figure("finance.total.executed"),
    "finance",
    area="unit",
)
LAST_YEAR = Indicator(
    "finance.carry_over.last_year",
    "上年结转结余总额",
    "万元",
    _granted + _changed - _spent,
    "finance",
    area="unit",
    every="",
)
BROUGHT_IN = Indicator(
    "finance.carry_over.brought_in", "上年结转到本年使用的资金", "万元", declared(), "finance", area="unit"
)
RATE = Indicator(
    "finance.carry_over.rate",
    "结转结余率",
    "%",
    figure("finance.carry_over.amount") / figure("finance.total.adjusted_budget"),
    "finance",
    area="unit",
)
CHANGE_RATE = Indicator(
    "finance.carry_over.change_rate",
    "结转结余变动率",
    "%",
    (figure("finance.carry_over.amount") - figure("finance.carry_over.last_year"))
    / figure("finance.carry_over.last_year"),
    "finance",
    area="unit",
)
