"""驾培指标: schools, vehicles and coaches as they stand, learners by month, visits."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

SECTION = "driver_training"
URBAN, COUNTY = "430400U", "430400C"

_filed = rows("driving_school").in_state("filed", "changing")
_schools = _filed.where(kind="school")
_vehicles = rows("training_vehicle").in_state("in_use")
_coaches = rows("coach").in_state("teaching")
_months = rows("training_month")
_visits = rows("school_visit")
_raised = _visits.where(problem__isnull=False)
_prices = rows("school_price").in_state("in_force")

SCHOOLS = Indicator("training.schools", "驾校", "所", _filed.count(), SECTION)
SCHOOLS_COMMERCIAL = Indicator(
    "training.schools.commercial", "经营性驾培机构", "所", _filed.where(kind="commercial").count(), SECTION
)
SCHOOLS_URBAN = Indicator("training.schools.urban", "城区驾校", "所", _schools.count(), SECTION, area=URBAN)
SCHOOLS_COUNTY = Indicator("training.schools.county", "各县市区驾校", "所", _schools.count(), SECTION, area=COUNTY)
SCHOOLS_HEAVY_VEHICLE = Indicator(
    "training.schools.heavy_vehicle",
    "具备大型车辆培训资质驾校",
    "所",
    _filed.where(heavy_vehicle=True).count(),
    SECTION,
)
SCHOOLS_SUSPENDED = Indicator(
    "training.schools.suspended", "暂停经营驾校", "所", rows("driving_school").in_state("suspended").count(), SECTION
)
SCHOOLS_NEWLY_FILED = Indicator(
    "training.schools.newly_filed", "本期新备案驾校", "所", _filed.in_period("filed_on").count(), SECTION
)
VEHICLES = Indicator("training.vehicles", "教学车辆", "台", _vehicles.count(), SECTION, area=URBAN)
VEHICLES_INSPECTION_LAPSED = Indicator(
    "training.vehicles.inspection_lapsed",
    "检验到期未续检的在用教学车辆",
    "台",
    _vehicles.in_period("inspection_to").count(),
    SECTION,
    area=URBAN,
)
COACHES = Indicator("training.coaches", "从业教练员", "人", _coaches.count(), SECTION, area=URBAN)
LEARNERS = Indicator(
    "training.learners", "培训初学驾驶员", "人", _months.sum("trained"), SECTION, area=URBAN, as_of="10-31"
)
LEARNERS_ENROLLED = Indicator(
    "training.learners.enrolled", "新招学员", "人", _months.sum("enrolled"), SECTION, area=URBAN
)
LEARNERS_PASS_RATE = Indicator(
    "training.learners.pass_rate",
    "初学驾驶员考试合格率",
    "%",
    _months.sum("passed") / _months.sum("examined"),
    SECTION,
    area=URBAN,
)
LEARNERS_CONTRACT_RATE = Indicator(
    "training.learners.contract_rate",
    "新招学员合同签订率",
    "%",
    _months.sum("contracts") / _months.sum("enrolled"),
    SECTION,
    area=URBAN,
)
MONTHS_ON_TIME_RATE = Indicator(
    "training.months.on_time_rate",
    "驾培月报按时上报率",
    "%",
    _months.where(on_time=True).count() / _months.count(),
    SECTION,
    area=URBAN,
)
PRICES_POSTED_RATE = Indicator(
    "training.prices.posted_rate",
    "培训收费公示率",
    "%",
    _prices.where(posted_on__isnull=False).count() / _prices.count(),
    SECTION,
)
SCHOOL_VISITS = Indicator(
    "training.school_visits", "走访摸底驾校", "所", _visits.distinct("operator"), SECTION, area=URBAN
)
SCHOOL_VISITS_PROBLEMS = Indicator(
    "training.school_visits.problems", "走访发现问题", "个", _raised.count(), SECTION, area=URBAN
)
SCHOOL_VISITS_SOLVED_RATE = Indicator(
    "training.school_visits.solved_rate",
    "走访问题解决率",
    "%",
    _raised.in_state("closed").in_period().count() / _raised.count(),
    SECTION,
    area=URBAN,
)
