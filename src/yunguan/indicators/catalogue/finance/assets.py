"""资产指标: what the centre owns; the ledger of assets is another system's, so its section declares the totals."""

from yunguan.core.expressions import declared, figure
from yunguan.indicators.indicator import Indicator

FIXED = Indicator("finance.assets.fixed", "固定资产原值", "万元", declared(), "finance", area="unit")
IN_USE = Indicator("finance.assets.in_use", "在用固定资产原值", "万元", declared(), "finance", area="unit")
IN_USE_RATE = Indicator(
    "finance.assets.in_use_rate",
    "固定资产利用率",
    "%",
    figure("finance.assets.in_use") / figure("finance.assets.fixed"),
    "finance",
    area="unit",
)
CARS = Indicator("finance.assets.cars", "公务用车保有量", "辆", declared(), "finance", area="unit")
OFFICE_AREA = Indicator("finance.assets.office_area", "办公用房建筑面积", "平方米", declared(), "finance", area="unit")
