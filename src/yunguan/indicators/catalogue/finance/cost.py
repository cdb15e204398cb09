"""成本指标: what one piece of work costs, from the money of its project and what was done with it."""

from yunguan.core.expressions import Ratio, figure
from yunguan.indicators.indicator import Indicator

YUAN = 10_000
"""元 in 万元."""

EXAM_SESSION = Indicator(
    "finance.cost.exam_session",
    "两类人员考核每场成本",
    "元/场",
    Ratio(figure("finance.project.two_kinds_training"), figure("safety.managers_exam.sessions"), times=YUAN),
    "finance",
    area="unit",
)
EXAM_ATTENDANCE = Indicator(
    "finance.cost.exam_attendance",
    "两类人员考核每参考人次成本",
    "元/人次",
    Ratio(figure("finance.project.two_kinds_training"), figure("safety.managers_exam.attended"), times=YUAN),
    "finance",
    area="unit",
)
AUDIT_SHARE = Indicator(
    "finance.cost.audit_share",
    "审计费占补贴资金的比例",
    "%",
    figure("finance.project.fuel_subsidy_audit") / figure("subsidy.amount"),
    "finance",
    area="unit",
)
OFFICE_PER_PERSON = Indicator(
    "finance.cost.office_per_person",
    "在职人员人均公用经费",
    "元/人",
    Ratio(figure("finance.office.actual"), figure("unit.staff_in_post"), times=YUAN),
    "finance",
    area="unit",
)
