"""The indicators of the demonstration's three projects: what each promised for 2023."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from yunguan.demo.targets import YEAR
from yunguan.evaluation.declare import PLAN, Yardstick, group, item
from yunguan.evaluation.scheme import Group, Scheme, shipped

GOAL = Yardstick(PLAN, "项目绩效目标申报表")


def project_schemes() -> dict[str, Scheme]:
    """The scheme of each project by its code: the frame of the province with the project's own indicators."""
    return {
        "DLYSFW": _scheme(SERVICE, "道路运输服务成本经费"),
        "YBSJ": _scheme(AUDIT, "油补资金发放第三方审计经费"),
        "LLRYPX": _scheme(TRAINING, "“两类人员”安全培训经费"),
    }


def _scheme(groups: tuple[Group, ...], title: str) -> Scheme:
    frame = shipped().get("hunan_project_2023")
    execution = frame.groups[0]
    return replace(frame, title=f"{title}绩效指标（{YEAR}年度）", groups=(execution, *groups), note="演示数据")


# fmt: off
SERVICE = (
    group("output", "产出指标", 50,
        group("output.quantity", "数量指标", 15,
            item("output.quantity.plates", "发放包车牌", 8, GOAL.at_least("20000", "19300"), "块", "plates.charter", "passenger"),
            item("output.quantity.briefings", "编发春运简报", 7, GOAL.at_least("8", "8"), "期", "spring.briefings", "passenger"),
        ),
        group("output.quality", "质量指标", 15,
            item("output.quality.electronic", "新办从业资格证电子证照使用率", 8, GOAL.equal("100", "99"), "%", "certificates.electronic_rate", "practitioners"),
            item("output.quality.first_pass", "实车核查一次合格率", 7, GOAL.at_least("90", "89"), "%", "maintenance.vehicles_checked.first_pass_rate", "maintenance"),
        ),
        group("output.timeliness", "时效指标", 10,
            item("output.timeliness.charter", "包车发车前备案率", 10, GOAL.equal("100", "99"), "%", "charter.before_departure_rate", "passenger"),
        ),
        group("output.cost", "成本指标", 10,
            item("output.cost.money", "项目支出控制数", 10, GOAL.at_most("20", "20"), "万元", "finance.project.road_transport_service", "finance"),
        ),
    ),
    group("benefit", "效益指标", 30,
        group("benefit.social", "社会效益", 20,
            item("benefit.social.answers", "群众诉求按期答复率", 10, GOAL.at_least("95", "94"), "%", "appeals.on_time_rate", "general"),
            item("benefit.social.order", "道路客运市场秩序", 10, GOAL.judged("旅客出行便捷有序，春运期间不发生旅客滞留"), "", "", "passenger"),
        ),
        group("benefit.lasting", "可持续影响", 10,
            item("benefit.lasting.records", "业务台账规范完整", 10, GOAL.judged("包车备案、证照发放台账可供以后年度查询使用"), "", "", "passenger"),
        ),
    ),
    group("satisfaction", "满意度", 10,
        group("satisfaction.public", "服务对象满意度", 10,
            item("satisfaction.public.passengers", "旅客满意度", 10, GOAL.satisfied("90", "88"), "%", "satisfaction.passengers.rate", "general"),
        ),
    ),
)
AUDIT = (
    group("output", "产出指标", 50,
        group("output.quantity", "数量指标", 15,
            item("output.quantity.reports", "出具专项审计报告", 15, GOAL.equal("1", "1"), "份", "", "urban_transit"),
        ),
        group("output.quality", "质量指标", 15,
            item("output.quality.accepted", "审计报告通过验收", 15, GOAL.done("报告经中心和主管部门验收，无重大差错"), "", "", "urban_transit"),
        ),
        group("output.timeliness", "时效指标", 10,
            item("output.timeliness.report", "审计报告提交时间", 10, GOAL.on(date(YEAR, 11, 30)), "", "", "urban_transit"),
        ),
        group("output.cost", "成本指标", 10,
            item("output.cost.money", "项目支出控制数", 10, GOAL.at_most("3.8", "3.8"), "万元", "finance.project.fuel_subsidy_audit", "finance"),
        ),
    ),
    group("benefit", "效益指标", 30,
        group("benefit.social", "社会效益", 20,
            item("benefit.social.errors", "补贴发放差错经审计未纠正的", 20, GOAL.at_most("0", "0"), "笔", "", "urban_transit"),
        ),
        group("benefit.lasting", "可持续影响", 10,
            item("benefit.lasting.method", "补贴测算办法改进", 10, GOAL.judged("审计意见用于完善以后年度的补贴测算和发放程序"), "", "", "urban_transit"),
        ),
    ),
    group("satisfaction", "满意度", 10,
        group("satisfaction.public", "服务对象满意度", 10,
            item("satisfaction.public.operators", "受补贴经营业户满意度", 10, GOAL.satisfied("90", "89"), "%", "satisfaction.operators.rate", "general"),
        ),
    ),
)
TRAINING = (
    group("output", "产出指标", 50,
        group("output.quantity", "数量指标", 15,
            item("output.quantity.sessions", "安全考核场次", 8, GOAL.at_least("24", "22"), "场", "safety.managers_exam.sessions", "safety"),
            item("output.quantity.attended", "参加考核人次", 7, GOAL.at_least("750", "702"), "人次", "safety.managers_exam.attended", "safety"),
        ),
        group("output.quality", "质量指标", 15,
            item("output.quality.passed", "考核合格率", 15, GOAL.at_least("40", "36"), "%", "safety.managers_exam.pass_rate", "safety"),
        ),
        group("output.timeliness", "时效指标", 10,
            item("output.timeliness.plan", "年度考核计划公布时间", 10, GOAL.on(date(YEAR, 2, 28)), "", "", "safety"),
        ),
        group("output.cost", "成本指标", 10,
            item("output.cost.money", "项目支出控制数", 10, GOAL.at_most("12", "12"), "万元", "finance.project.two_kinds_training", "finance"),
        ),
    ),
    group("benefit", "效益指标", 30,
        group("benefit.social", "社会效益", 20,
            item("benefit.social.certified", "“两类人员”持证率", 20, GOAL.at_least("90", "86"), "%", "safety.managers.certified_rate", "safety"),
        ),
        group("benefit.lasting", "可持续影响", 10,
            item("benefit.lasting.questions", "考核题库和培训资料更新", 10, GOAL.judged("题库按新规定更新，培训资料可供企业长期使用"), "", "", "safety"),
        ),
    ),
    group("satisfaction", "满意度", 10,
        group("satisfaction.public", "服务对象满意度", 10,
            item("satisfaction.public.examinees", "参加考核人员满意度", 10, GOAL.satisfied("90", "89"), "%", "satisfaction.examinees.rate", "general"),
        ),
    ),
)
# fmt: on
