"""维修与车辆核查指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

VEHICLES_CHECKED = Indicator(
    "maintenance.vehicles_checked", "新增车辆及危货车辆年审核查", "台", declared(), "maintenance", as_of="11-30"
)
BUS_GRADES = Indicator(
    "maintenance.bus_grades", "营运客车类型等级评定(核查/评定/复核)", "台", declared(), "maintenance", as_of="11-30"
)
SHOPS_FILED = Indicator("maintenance.shops_filed", "备案维修企业", "家", declared(), "maintenance")
