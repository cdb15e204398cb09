"""实车核查指标: vehicles looked at when new and at the yearly review, how many passed at once, what is still open."""

from yunguan.core.expressions import rows
from yunguan.indicators.indicator import Indicator

NOVEMBER = "11-30"

_seen = rows("vehicle_check").in_period("checked_on")
_new = _seen.where(check_kind="new").count()
_dangerous = _seen.where(check_kind="annual", sector="dangerous").count()
_failed_first = _seen.where(failed_on__isnull=False)
_cured = _failed_first.in_state("passed", "archived").in_period("checked_on")

VEHICLES_CHECKED = Indicator(
    "maintenance.vehicles_checked", "新增车辆及危货车辆年审核查", "台", _new + _dangerous, "maintenance", as_of=NOVEMBER
)
NEW_CHECKED = Indicator(
    "maintenance.vehicles_checked.new", "新增车辆实车核查", "台", _new, "maintenance", as_of=NOVEMBER
)
DANGEROUS_CHECKED = Indicator(
    "maintenance.vehicles_checked.dangerous", "危货车辆年审实车核查", "台", _dangerous, "maintenance", as_of=NOVEMBER
)
FIRST_PASS_RATE = Indicator(
    "maintenance.vehicles_checked.first_pass_rate",
    "实车核查一次合格率",
    "%",
    _seen.where(failed_on__isnull=True).count() / _seen.count(),
    "maintenance",
    as_of=NOVEMBER,
)
CURED_RATE = Indicator(
    "maintenance.vehicles_checked.rectified_rate",
    "实车核查不合格车辆整改合格率",
    "%",
    _cured.count() / _failed_first.count(),
    "maintenance",
    as_of=NOVEMBER,
)
REJECTED = Indicator(
    "maintenance.vehicles_checked.rejected",
    "实车核查不予准入车辆",
    "台",
    rows("vehicle_check").in_period("rejected_on").count(),
    "maintenance",
    as_of=NOVEMBER,
)
OVERDUE = Indicator(
    "maintenance.vehicles_checked.overdue",
    "实车核查整改逾期车辆",
    "台",
    rows("vehicle_check").in_state("failed").in_period("overdue_from").count(),
    "maintenance",
)
FAULTS = Indicator(
    "maintenance.vehicles_checked.faults",
    "实车核查发现不合格项目",
    "项",
    rows("vehicle_check_fault").count(),
    "maintenance",
)
