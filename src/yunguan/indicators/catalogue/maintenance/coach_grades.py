"""营运客车类型等级指标: ratings, yearly reviews, coaches looked at with them, grades lowered and reviews overdue."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

NOVEMBER = "11-30"

_graded = rows("coach_grade").in_period("graded_on")
_rated = _graded.where(rating_kind="rating").count()
_reviewed = _graded.where(rating_kind="review").count()
_looked_at = rows("vehicle_check").in_period("checked_on").where(check_kind="annual", sector="passenger").count()
_held = rows("coach_grade").in_state("graded")

BUS_GRADES = Indicator(
    "maintenance.bus_grades",
    "营运客车类型等级评定(核查/评定/复核)",
    "台",
    _looked_at + _rated + _reviewed,
    "maintenance",
    as_of=NOVEMBER,
)
CHECKED = Indicator(
    "maintenance.bus_grades.checked", "营运客车年审实车核查", "台", _looked_at, "maintenance", as_of=NOVEMBER
)
RATED = Indicator("maintenance.bus_grades.rated", "营运客车类型等级评定", "台", _rated, "maintenance", as_of=NOVEMBER)
REVIEWED = Indicator(
    "maintenance.bus_grades.reviewed", "营运客车类型等级年度复核", "台", _reviewed, "maintenance", as_of=NOVEMBER
)
LOWERED = Indicator(
    "maintenance.bus_grades.lowered",
    "复核降级的营运客车",
    "台",
    _graded.where(outcome="lowered").count(),
    "maintenance",
    as_of=NOVEMBER,
)
IN_FORCE = Indicator(
    "maintenance.bus_grades.in_force", "类型等级在有效状态的营运客车", "台", _held.count(), "maintenance"
)
OVERDUE = Indicator(
    "maintenance.bus_grades.overdue",
    "年内到期未复核的营运客车",
    "台",
    _held.in_period("overdue_from").count(),
    "maintenance",
)
