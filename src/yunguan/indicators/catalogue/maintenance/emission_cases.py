"""I/M 闭环指标: vehicles that failed the emission test, repaired in M stations, passed again, and those overdue."""

from yunguan.core.expressions import Ratio, rows
from yunguan.indicators.indicator import Indicator

_cases = rows("emission_case")
_failed = _cases.count()
_ended = _cases.in_state("ended").in_period().count()
_closed_of = _cases.in_state("closed").in_period()
_closed = _cases.in_period("closed_on")
_open = _cases.in_state("failed", "in_repair", "repaired")

FAILED = Indicator("maintenance.emission.failed", "排放检验超标车辆", "台次", _failed, "maintenance")
REPAIRS = Indicator(
    "maintenance.emission.repairs", "M站排放维修", "台次", rows("emission_repair").count(), "maintenance"
)
CLOSED = Indicator("maintenance.emission.closed", "排放超标车辆闭环", "台次", _closed.count(), "maintenance")
CLOSED_RATE = Indicator(
    "maintenance.emission.closed_rate",
    "排放超标车辆闭环率",
    "%",
    _closed_of.count() / (_failed - _ended),
    "maintenance",
)
IN_TIME_RATE = Indicator(
    "maintenance.emission.in_time_rate",
    "排放超标车辆按期闭环率",
    "%",
    _closed.where(in_time=True).count() / _closed.count(),
    "maintenance",
)
MEAN_DAYS = Indicator(
    "maintenance.emission.mean_days",
    "排放超标车辆平均闭环天数",
    "天",
    Ratio(_closed.sum("days_open"), _closed.count(), times=1),
    "maintenance",
)
OPEN = Indicator("maintenance.emission.open", "未闭环的排放超标车辆", "台次", _open.count(), "maintenance")
OVERDUE = Indicator(
    "maintenance.emission.overdue",
    "年内逾期未闭环的排放超标车辆",
    "台次",
    _open.in_period("overdue_from").count(),
    "maintenance",
)
UPLOADED_RATE = Indicator(
    "maintenance.emission.uploaded_rate",
    "M站维修记录上传率",
    "%",
    rows("emission_repair").where(uploaded_on__isnull=False).in_period("finished_on").count()
    / rows("emission_repair").in_period("finished_on").count(),
    "maintenance",
)
