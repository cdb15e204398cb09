"""三公经费指标: abroad, vehicles and reception in the general budget, budget against actual, in 万元.

The budget is the one granted at the beginning of the year; a nothing comes from an explicit row of zero.
"""

from yunguan.core.expressions import WAN, Rows, Sum, rows
from yunguan.indicators.indicator import Indicator

ABROAD = ("30212",)
PURCHASE = ("30913", "31013")
RUNNING = ("30231",)
VEHICLES = PURCHASE + RUNNING
RECEPTION = ("30217",)
ALL = ABROAD + VEHICLES + RECEPTION

_granted = rows("appropriation").where(fund="general")
_spent = rows("payment").where(fund="general")


def _items(money: Rows, codes: tuple[str, ...]) -> Sum:
    return money.where(economic_class__in=codes).sum("amount", WAN)


BUDGET = Indicator(
    "finance.three_public.budget", "三公经费预算数", "万元", _items(_granted, ALL), "finance", area="unit"
)
BUDGET_ABROAD = Indicator(
    "finance.three_public.budget.abroad",
    "因公出国（境）费预算",
    "万元",
    _items(_granted, ABROAD),
    "finance",
    area="unit",
)
BUDGET_VEHICLES = Indicator(
    "finance.three_public.budget.vehicles",
    "公务用车购置及运行费预算",
    "万元",
    _items(_granted, VEHICLES),
    "finance",
    area="unit",
)
BUDGET_VEHICLE_PURCHASE = Indicator(
    "finance.three_public.budget.vehicle_purchase",
    "公务用车购置费预算",
    "万元",
    _items(_granted, PURCHASE),
    "finance",
    area="unit",
)
BUDGET_VEHICLE_RUNNING = Indicator(
    "finance.three_public.budget.vehicle_running",
    "公务用车运行费预算",
    "万元",
    _items(_granted, RUNNING),
    "finance",
    area="unit",
)
BUDGET_RECEPTION = Indicator(
    "finance.three_public.budget.reception",
    "公务接待费预算",
    "万元",
    _items(_granted, RECEPTION),
    "finance",
    area="unit",
)
ACTUAL = Indicator(
    "finance.three_public.actual", "三公经费实际支出", "万元", _items(_spent, ALL), "finance", area="unit"
)
ACTUAL_ABROAD = Indicator(
    "finance.three_public.actual.abroad", "因公出国（境）费", "万元", _items(_spent, ABROAD), "finance", area="unit"
)
ACTUAL_VEHICLES = Indicator(
    "finance.three_public.actual.vehicles",
    "公务用车购置及运行费",
    "万元",
    _items(_spent, VEHICLES),
    "finance",
    area="unit",
)
ACTUAL_RECEPTION = Indicator(
    "finance.three_public.actual.reception", "公务接待费", "万元", _items(_spent, RECEPTION), "finance", area="unit"
)
ACTUAL_VEHICLE_PURCHASE = Indicator(
    "finance.three_public.actual.vehicle_purchase",
    "公务用车购置费",
    "万元",
    _items(_spent, PURCHASE),
    "finance",
    area="unit",
)
ACTUAL_VEHICLE_RUNNING = Indicator(
    "finance.three_public.actual.vehicle_running",
    "公务用车运行费",
    "万元",
    _items(_spent, RUNNING),
    "finance",
    area="unit",
)
