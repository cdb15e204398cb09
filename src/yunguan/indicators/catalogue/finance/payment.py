"""支付进度指标: how much of the year's budget is paid by a day, beside how much was to be paid by then.

What is to be paid by the end of a month is declared by the section, month by month, in per cent of the year's budget.
"""

from yunguan.core.expressions import declared, figure
from yunguan.indicators.indicator import Indicator

PLANNED = Indicator("finance.payment.planned", "既定支付进度", "%", declared(), "finance", area="unit", every="month")
PROGRESS = Indicator(
    "finance.payment.progress",
    "实际支付进度",
    "%",
    figure("finance.total.executed") / figure("finance.total.adjusted_budget"),
    "finance",
    area="unit",
)
PROGRESS_RATE = Indicator(
    "finance.payment.progress_rate",
    "支付进度率",
    "%",
    figure("finance.payment.progress") / figure("finance.payment.planned"),
    "finance",
    area="unit",
)
