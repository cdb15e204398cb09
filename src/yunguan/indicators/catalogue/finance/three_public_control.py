"""三公经费控制指标: how far the three public expenses kept within their budget, and how they changed from last year.

What they come to this year is in three_public; a nothing comes from an explicit row of zero there and here.
"""

from yunguan.core.expressions import WAN, Rows, Sum, figure, rows
from yunguan.indicators.catalogue.finance.three_public import ABROAD, ALL, PURCHASE, RECEPTION, RUNNING, VEHICLES
from yunguan.indicators.indicator import Indicator

_granted = rows("appropriation").where(fund="general").earlier(years=1)
_spent = rows("payment").where(fund="general").earlier(years=1)


def _items(money: Rows, codes: tuple[str, ...]) -> Sum:
    return money.where(economic_class__in=codes).sum("amount", WAN)


CONTROL_RATE = Indicator(
    "finance.three_public.control_rate",
    "三公经费控制率",
    "%",
    figure("finance.three_public.actual") / figure("finance.three_public.budget"),
    "finance",
    area="unit",
)
CONTROL_RATE_ABROAD = Indicator(
    "finance.three_public.control_rate.abroad",
    "因公出国（境）费控制率",
    "%",
    figure("finance.three_public.actual.abroad") / figure("finance.three_public.budget.abroad"),
    "finance",
    area="unit",
)
CONTROL_RATE_VEHICLES = Indicator(
    "finance.three_public.control_rate.vehicles",
    "公务用车购置及运行费控制率",
    "%",
    figure("finance.three_public.actual.vehicles") / figure("finance.three_public.budget.vehicles"),
    "finance",
    area="unit",
)
CONTROL_RATE_RECEPTION = Indicator(
    "finance.three_public.control_rate.reception",
    "公务接待费控制率",
    "%",
    figure("finance.three_public.actual.reception") / figure("finance.three_public.budget.reception"),
    "finance",
    area="unit",
)
LAST_YEAR_BUDGET = Indicator(
    "finance.three_public.last_year.budget",
    "三公经费上年预算数",
    "万元",
    _items(_granted, ALL),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_BUDGET_ABROAD = Indicator(
    "finance.three_public.last_year.budget.abroad",
    "因公出国（境）费上年预算数",
    "万元",
    _items(_granted, ABROAD),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_BUDGET_VEHICLES = Indicator(
    "finance.three_public.last_year.budget.vehicles",
    "公务用车购置及运行费上年预算数",
    "万元",
    _items(_granted, VEHICLES),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_BUDGET_VEHICLE_PURCHASE = Indicator(
    "finance.three_public.last_year.budget.vehicle_purchase",
    "公务用车购置费上年预算数",
    "万元",
    _items(_granted, PURCHASE),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_BUDGET_VEHICLE_RUNNING = Indicator(
    "finance.three_public.last_year.budget.vehicle_running",
    "公务用车运行费上年预算数",
    "万元",
    _items(_granted, RUNNING),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_BUDGET_RECEPTION = Indicator(
    "finance.three_public.last_year.budget.reception",
    "公务接待费上年预算数",
    "万元",
    _items(_granted, RECEPTION),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_ACTUAL = Indicator(
    "finance.three_public.last_year.actual",
    "三公经费上年决算数",
    "万元",
    _items(_spent, ALL),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_ACTUAL_ABROAD = Indicator(
    "finance.three_public.last_year.actual.abroad",
    "因公出国（境）费上年决算数",
    "万元",
    _items(_spent, ABROAD),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_ACTUAL_VEHICLES = Indicator(
    "finance.three_public.last_year.actual.vehicles",
    "公务用车购置及运行费上年决算数",
    "万元",
    _items(_spent, VEHICLES),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_ACTUAL_VEHICLE_PURCHASE = Indicator(
    "finance.three_public.last_year.actual.vehicle_purchase",
    "公务用车购置费上年决算数",
    "万元",
    _items(_spent, PURCHASE),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_ACTUAL_VEHICLE_RUNNING = Indicator(
    "finance.three_public.last_year.actual.vehicle_running",
    "公务用车运行费上年决算数",
    "万元",
    _items(_spent, RUNNING),
    "finance",
    area="unit",
    every="",
)
LAST_YEAR_ACTUAL_RECEPTION = Indicator(
    "finance.three_public.last_year.actual.reception",
    "公务接待费上年决算数",
    "万元",
    _items(_spent, RECEPTION),
    "finance",
    area="unit",
    every="",
)
CHANGE_RATE = Indicator(
    "finance.three_public.change_rate",
    "三公经费变动率（预算数比上年）",
    "%",
    (figure("finance.three_public.budget") - figure("finance.three_public.last_year.budget"))
    / figure("finance.three_public.last_year.budget"),
    "finance",
    area="unit",
)
