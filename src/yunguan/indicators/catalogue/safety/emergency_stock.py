"""防汛备汛指标: operators counted, how many have all three in place, people, vehicles and equipment held ready."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

_counted = rows("emergency_stock").where(season="flood")
_ice = rows("emergency_stock").where(season="ice")
_in_place = _counted.in_state("in_place").in_period()

COUNTED = Indicator("safety.emergency_stock.counted", "防汛备汛统计企业", "家", _counted.distinct("operator"), "safety")
IN_PLACE = Indicator("safety.emergency_stock.in_place", "三到位企业", "家", _in_place.distinct("operator"), "safety")
IN_PLACE_RATE = Indicator(
    "safety.emergency_stock.in_place_rate",
    "防汛备汛三到位率",
    "%",
    _in_place.distinct("operator") / _counted.distinct("operator"),
    "safety",
)
URGED = Indicator(
    "safety.emergency_stock.urged", "督促补齐企业", "家", _counted.where(urged_on__isnull=False).count(), "safety"
)
MEMBERS = Indicator("safety.emergency_stock.members", "应急队员", "人", _counted.sum("members"), "safety")
VEHICLES = Indicator("safety.emergency_stock.vehicles", "防汛应急车辆", "辆", _counted.sum("vehicles"), "safety")
EQUIPMENT = Indicator("safety.emergency_stock.equipment", "防汛应急器材", "件", _counted.sum("equipment"), "safety")
ICE_IN_PLACE_RATE = Indicator(
    "safety.emergency_stock.ice_in_place_rate",
    "防低温雨雪冰冻三到位率",
    "%",
    _ice.in_state("in_place").in_period().distinct("operator") / _ice.distinct("operator"),
    "safety",
)
