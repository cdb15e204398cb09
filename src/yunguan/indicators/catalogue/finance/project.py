"""项目支出指标: what was granted for, added to and spent on each project of the general budget, in 万元.

A project that nothing was added to or taken from has no adjustment written down: no row is then 0.
"""

from yunguan.core.expressions import WAN, Sum, Total, declared, figure, rows
from yunguan.indicators.indicator import Indicator

_granted = rows("appropriation").where(fund="general", kind="project")
_changed = rows("budget_adjustment").where(fund="general", kind="project")
_spent = rows("payment").where(fund="general", kind="project")


def _initial(code: str) -> Sum:
    return _granted.where(project_code=code).sum("amount", WAN)


def _adjusted(initial: str, code: str) -> Total:
    change = _changed.where(project_code=code).sum("signed_amount", WAN, nothing_is_zero=True)
    return figure(initial) + change


def _project(code: str) -> Sum:
    return _spent.where(project_code=code).sum("amount", WAN)


def _last_year(code: str) -> Sum:
    return _spent.earlier(years=1).where(project_code=code).sum("amount", WAN)


ROAD_TRANSPORT_SERVICE = Indicator(
    "finance.project.road_transport_service",
    "道路运输服务成本经费",
    "万元",
    _project("DLYSFW"),
    "finance",
    area="unit",
)
ROAD_TRANSPORT_SERVICE_INITIAL = Indicator(
    "finance.project.road_transport_service.initial_budget",
    "道路运输服务成本经费年初预算",
    "万元",
    _initial("DLYSFW"),
    "finance",
    area="unit",
)
ROAD_TRANSPORT_SERVICE_ADJUSTED = Indicator(
    "finance.project.road_transport_service.adjusted_budget",
    "道路运输服务成本经费全年预算数",
    "万元",
    _adjusted("finance.project.road_transport_service.initial_budget", "DLYSFW"),
    "finance",
    area="unit",
)
ROAD_TRANSPORT_SERVICE_RATE = Indicator(
    "finance.project.road_transport_service.execution_rate",
    "道路运输服务成本经费预算执行率",
    "%",
    figure("finance.project.road_transport_service") / figure("finance.project.road_transport_service.adjusted_budget"),
    "finance",
    area="unit",
)
ROAD_TRANSPORT_SERVICE_LAST_YEAR = Indicator(
    "finance.project.road_transport_service.last_year",
    "道路运输服务成本经费上年决算数",
    "万元",
    _last_year("DLYSFW"),
    "finance",
    area="unit",
    every="",
)
FUEL_SUBSIDY_AUDIT = Indicator(
    "finance.project.fuel_subsidy_audit",
    "油补资金发放第三方审计经费",
    "万元",
    _project("YBSJ"),
    "finance",
    area="unit",
)
FUEL_SUBSIDY_AUDIT_INITIAL = Indicator(
    "finance.project.fuel_subsidy_audit.initial_budget",
    "油补资金发放第三方审计经费年初预算",
    "万元",
    _initial("YBSJ"),
    "finance",
    area="unit",
)
FUEL_SUBSIDY_AUDIT_ADJUSTED = Indicator(
    "finance.project.fuel_subsidy_audit.adjusted_budget",
    "油补资金发放第三方审计经费全年预算数",
    "万元",
    _adjusted("finance.project.fuel_subsidy_audit.initial_budget", "YBSJ"),
    "finance",
    area="unit",
)
FUEL_SUBSIDY_AUDIT_RATE = Indicator(
    "finance.project.fuel_subsidy_audit.execution_rate",
    "油补资金发放第三方审计经费预算执行率",
    "%",
    figure("finance.project.fuel_subsidy_audit") / figure("finance.project.fuel_subsidy_audit.adjusted_budget"),
    "finance",
    area="unit",
)
FUEL_SUBSIDY_AUDIT_LAST_YEAR = Indicator(
    "finance.project.fuel_subsidy_audit.last_year",
    "油补资金发放第三方审计经费上年决算数",
    "万元",
    _last_year("YBSJ"),
    "finance",
    area="unit",
    every="",
)
TWO_KINDS_TRAINING = Indicator(
    "finance.project.two_kinds_training",
    "两类人员安全培训经费",
    "万元",
    _project("LLRYPX"),
    "finance",
    area="unit",
)
TWO_KINDS_TRAINING_INITIAL = Indicator(
    "finance.project.two_kinds_training.initial_budget",
    "两类人员安全培训经费年初预算",
    "万元",
    _initial("LLRYPX"),
    "finance",
    area="unit",
)
TWO_KINDS_TRAINING_ADJUSTED = Indicator(
    "finance.project.two_kinds_training.adjusted_budget",
    "两类人员安全培训经费全年预算数",
    "万元",
    _adjusted("finance.project.two_kinds_training.initial_budget", "LLRYPX"),
    "finance",
    area="unit",
)
TWO_KINDS_TRAINING_RATE = Indicator(
    "finance.project.two_kinds_training.execution_rate",
    "两类人员安全培训经费预算执行率",
    "%",
    figure("finance.project.two_kinds_training") / figure("finance.project.two_kinds_training.adjusted_budget"),
    "finance",
    area="unit",
)
TWO_KINDS_TRAINING_LAST_YEAR = Indicator(
    "finance.project.two_kinds_training.last_year",
    "两类人员安全培训经费上年决算数",
    "万元",
    _last_year("LLRYPX"),
    "finance",
    area="unit",
    every="",
)
INITIAL_BUDGET = Indicator(
    "finance.project.initial_budget",
    "项目支出年初预算",
    "万元",
    _granted.sum("amount", WAN),
    "finance",
    area="unit",
)
ADJUSTED_BUDGET = Indicator(
    "finance.project.adjusted_budget",
    "项目支出全年预算数",
    "万元",
    figure("finance.project.initial_budget") + _changed.sum("signed_amount", WAN, nothing_is_zero=True),
    "finance",
    area="unit",
)
TOTAL = Indicator("finance.project.total", "项目支出合计", "万元", _spent.sum("amount", WAN), "finance", area="unit")
EXECUTION_RATE = Indicator(
    "finance.project.execution_rate",
    "项目支出预算执行率",
    "%",
    figure("finance.project.total") / figure("finance.project.adjusted_budget"),
    "finance",
    area="unit",
)
LAST_YEAR = Indicator(
    "finance.project.last_year",
    "项目支出上年决算数",
    "万元",
    _spent.earlier(years=1).sum("amount", WAN),
    "finance",
    area="unit",
    every="",
)
KEY = Indicator("finance.project.key", "重点项目支出", "万元", declared(), "finance", area="unit")
KEY_SHARE = Indicator(
    "finance.project.key_share",
    "重点支出安排率",
    "%",
    figure("finance.project.key") / figure("finance.project.total"),
    "finance",
    area="unit",
)
