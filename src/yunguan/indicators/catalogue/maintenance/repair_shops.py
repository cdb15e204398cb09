"""维修备案指标: shops filed in the year and standing, by class, and what still waits."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_filed = rows("repair_shop").in_period("filed_on")
_standing = rows("repair_shop").in_state("filed", "changing")

SHOPS_FILED = Indicator("maintenance.shops_filed", "备案维修企业", "家", _filed.count(), "maintenance")
FIRST_CLASS = Indicator(
    "maintenance.shops_filed.first_class",
    "备案一类维修企业",
    "家",
    _filed.where(shop_class="041").count(),
    "maintenance",
)
SECOND_CLASS = Indicator(
    "maintenance.shops_filed.second_class",
    "备案二类维修企业",
    "家",
    _filed.where(shop_class="042").count(),
    "maintenance",
)
THIRD_CLASS = Indicator(
    "maintenance.shops_filed.third_class",
    "备案三类维修企业",
    "家",
    _filed.where(shop_class="043").count(),
    "maintenance",
)
DANGEROUS_GOODS = Indicator(
    "maintenance.shops.dangerous_goods",
    "可维修危货车辆的维修企业",
    "家",
    _standing.where(dangerous_goods=True).count(),
    "maintenance",
)
STANDING = Indicator("maintenance.shops.standing", "在册备案维修企业", "家", _standing.count(), "maintenance")
WAITING = Indicator(
    "maintenance.shops.waiting",
    "待核对的维修备案",
    "件",
    rows("repair_shop").in_state("submitted", "supplement", "changing").count(),
    "maintenance",
)
CANCELLED = Indicator(
    "maintenance.shops.cancelled",
    "注销备案维修企业",
    "家",
    rows("repair_shop").in_period("cancelled_on").count(),
    "maintenance",
)
