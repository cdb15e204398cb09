"""驾培指标：尚无台账，由科室申报。"""

from yunguan.core.expressions import declared
from yunguan.indicators.indicator import Indicator

SCHOOLS = Indicator("training.schools", "驾校", "所", declared(), "driver_training")
SCHOOLS_COMMERCIAL = Indicator("training.schools.commercial", "经营性驾培机构", "所", declared(), "driver_training")
SCHOOLS_URBAN = Indicator("training.schools.urban", "城区驾校", "所", declared(), "driver_training", area="430400U")
SCHOOLS_COUNTY = Indicator(
    "training.schools.county", "各县市区驾校", "所", declared(), "driver_training", area="430400C"
)
SCHOOLS_HEAVY_VEHICLE = Indicator(
    "training.schools.heavy_vehicle", "具备大型车辆培训资质驾校", "所", declared(), "driver_training"
)
VEHICLES = Indicator("training.vehicles", "教学车辆", "台", declared(), "driver_training", area="430400U")
COACHES = Indicator("training.coaches", "从业教练员", "人", declared(), "driver_training", area="430400U")
LEARNERS = Indicator(
    "training.learners", "培训初学驾驶员", "人", declared(), "driver_training", area="430400U", as_of="10-31"
)
SCHOOL_VISITS = Indicator("training.school_visits", "走访摸底驾校", "所", declared(), "driver_training", area="430400U")
