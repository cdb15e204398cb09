"""项目支出指标: what was spent on each project of the general budget, in 万元."""

from yunguan.core.expressions import WAN, Sum, rows
from yunguan.indicators.indicator import Indicator

_spent = rows("payment").where(fund="general", kind="project")


def _project(code: str) -> Sum:
    return _spent.where(project_code=code).sum("amount", WAN)


ROAD_TRANSPORT_SERVICE = Indicator(
    "finance.project.road_transport_service",
    "道路运输服务成本经费",
    "万元",
    _project("DLYSFW"),
    "finance",
    area="unit",
)
FUEL_SUBSIDY_AUDIT = Indicator(
    "finance.project.fuel_subsidy_audit",
    "油补资金发放第三方审计经费",
    "万元",
    _project("YBSJ"),
    "finance",
    area="unit",
)
TWO_KINDS_TRAINING = Indicator(
    "finance.project.two_kinds_training",
    "两类人员安全培训经费",
    "万元",
    _project("LLRYPX"),
    "finance",
    area="unit",
)
TOTAL = Indicator("finance.project.total", "项目支出合计", "万元", _spent.sum("amount", WAN), "finance", area="unit")
