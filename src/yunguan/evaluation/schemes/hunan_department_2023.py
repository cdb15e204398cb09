"""湖南 2023 年度部门整体支出绩效自评 for a road transport centre: execution 10, output 50, benefit 30, satisfaction 10.

The weights are those of 财预〔2020〕10号. The targets are suggestions for a centre of this size: a centre copies the
scheme and puts in the ones that its finance bureau has approved.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.evaluation.declare import HISTORY, PLAN, STANDARD, Yardstick, group, item
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.scheme import Item, Mode, Scheme, SubjectKind
from yunguan.evaluation.settings import Basis, Settings

# fmt: off
NOTICE = Yardstick(STANDARD, "财预〔2020〕10号")
WORK_PLAN = Yardstick(PLAN, "年度工作计划")
LAST_YEAR = Yardstick(HISTORY, "上年完成情况")
PROPOSAL_RULES = Yardstick(STANDARD, "建议提案办理工作规定")
HOTLINE_RULES = Yardstick(STANDARD, "12345热线办理规定")
THREE_PUBLIC = Yardstick(STANDARD, "年初批复的“三公”经费预算")
OFFICE = Yardstick(STANDARD, "批复的公用经费预算")
ESTABLISHMENT = Yardstick(STANDARD, "核定编制")
PLAN_RULES = Yardstick(STANDARD, "应急预案管理要求")
COMMON = Yardstick(STANDARD, "财预〔2013〕53号")
BUDGET_LAW = Yardstick(STANDARD, "《预算法》第十四条")
GOALS = Yardstick(PLAN, "年度绩效目标")
EXECUTED = group("execution.budget", "预算执行率", 10,
    Item("execution.budget.rate", "部门整体支出预算执行率", Decimal(10), Execution(), Target(Decimal(100), source=STANDARD, basis=NOTICE.name), "%", "finance.total.completion_rate", "finance.total.execution_rate", mode=Mode.LOCKED, section="finance", formula="全年执行数÷全年预算数×100%"),
)
QUANTITY = group("output.quantity", "数量指标", 20,
    item("output.quantity.exam_sessions", "“两类人员”安全考核场次", 4, WORK_PLAN.at_least("24", "22"), "场", "safety.managers_exam.sessions", "safety"),
    item("output.quantity.vehicle_checks", "营运车辆实车核查数", 4, LAST_YEAR.at_least("1000", "968"), "台", "maintenance.vehicles_checked", "maintenance"),
    item("output.quantity.repair_shops", "机动车维修企业备案数", 3, LAST_YEAR.at_least("130", "126"), "家", "maintenance.shops_filed", "maintenance"),
    item("output.quantity.credit_ratings", "质量信誉考核企业数", 3, WORK_PLAN.at_least("240", "235"), "家", "credit.rated", "passenger"),
    item("output.quantity.emergency_plans", "应急预案备案率", 4, WORK_PLAN.at_least("70", "55"), "%", "safety.emergency_plan.filed_rate", "safety"),
    item("output.quantity.proposals", "建议提案办结率", 2, PROPOSAL_RULES.equal("100", "100"), "%", "proposals.completed_rate", "general"),
)
QUALITY = group("output.quality", "质量指标", 14,
    item("output.quality.exam_pass_rate", "“两类人员”安全考核合格率", 4, WORK_PLAN.at_least("40", "36"), "%", "safety.managers_exam.pass_rate", "safety"),
    item("output.quality.first_pass_rate", "实车核查一次合格率", 4, LAST_YEAR.at_least("90", "89"), "%", "maintenance.vehicles_checked.first_pass_rate", "maintenance"),
    item("output.quality.hazards_closed", "安全隐患整改率", 3, WORK_PLAN.at_least("95", "93"), "%", "safety.routine_check.closed_rate", "safety"),
    item("output.quality.hotline_handled", "12345热线诉求处理率", 3, HOTLINE_RULES.equal("100", "100"), "%", "appeals.handled_rate", "general"),
)
TIMELINESS = group("output.timeliness", "时效指标", 8,
    item("output.timeliness.hotline_on_time", "诉求工单按期答复率", 2, WORK_PLAN.at_least("95", "94"), "%", "appeals.on_time_rate", "general"),
    item("output.timeliness.key_work", "重点工作节点按期完成率", 2, WORK_PLAN.at_least("90", "88"), "%", "key_work.milestones_on_time", "general"),
    item("output.timeliness.warnings", "预警信息及时转发率", 2, WORK_PLAN.at_least("90", "85"), "%", "safety.warning_relay.in_time_rate", "safety"),
    item("output.timeliness.exam_plan", "年度安全考核计划公布时间", 2, WORK_PLAN.on(date(2023, 2, 28)), "", "", "safety"),
)
COST = group("output.cost", "成本指标", 8,
    item("output.cost.three_public", "“三公”经费控制率", 3, THREE_PUBLIC.at_most("100", "98"), "%", "finance.three_public.control_rate", "finance", "“三公”经费实际支出÷“三公”经费预算安排×100%"),
    item("output.cost.office", "公用经费控制率", 3, OFFICE.at_most("100", "100"), "%", "finance.office.control_rate", "finance", "实际公用经费÷预算安排公用经费×100%"),
    item("output.cost.staff", "在职人员控制率", 2, ESTABLISHMENT.at_most("100", "88"), "%", "unit.staff_control_rate", "personnel", "在职人员数÷编制数×100%"),
)
ECONOMIC = group("benefit.economic", "经济效益", 6,
    item("benefit.economic.driver_homes", "“司机之家”服务货车司机", 3, WORK_PLAN.at_least("45000", "41000"), "人次", "freight.driver_homes.drivers", "freight"),
    item("benefit.economic.assets", "固定资产利用率", 3, LAST_YEAR.at_least("95", "95"), "%", "finance.assets.in_use_rate", "finance", "在用固定资产÷全部固定资产×100%"),
)
SOCIAL = group("benefit.social", "社会效益", 14,
    item("benefit.social.key_carriers", "“两客一危”企业应急预案备案率", 4, PLAN_RULES.equal("100", "100"), "%", "safety.emergency_plan.key_carriers_filed_rate", "safety"),
    item("benefit.social.drug_tests", "营运驾驶员毛发毒检率", 4, WORK_PLAN.at_least("99", "97"), "%", "drugs.rate", "urban_transit"),
    item("benefit.social.repeated_appeals", "重复诉求率", 3, LAST_YEAR.at_most("8", "9"), "%", "appeals.repeat_rate", "general"),
    item("benefit.social.safety", "行业安全形势", 3, WORK_PLAN.judged("道路运输行业安全形势保持平稳，较大以上责任事故起数不增加"), "", "", "safety"),
)
ECOLOGICAL = group("benefit.ecological", "生态效益", 5,
    item("benefit.ecological.emission", "排放超标车辆维修闭环率", 3, WORK_PLAN.at_least("95", "88"), "%", "maintenance.emission.closed_rate", "maintenance"),
    item("benefit.ecological.uploads", "M站维修记录上传率", 2, WORK_PLAN.at_least("95", "92"), "%", "maintenance.emission.uploaded_rate", "maintenance"),
)
LASTING = group("benefit.lasting", "可持续影响", 5,
    item("benefit.lasting.rules", "财务和业务管理制度健全性", 2, COMMON.listed(finance="有预算、支出和合同管理制度", assets="有固定资产管理制度", business="主要业务有办理规程", followed="制度得到执行"), "", "", "finance"),
    item("benefit.lasting.measures", "上年度改进措施按期完成率", 2, WORK_PLAN.at_least("80", "75"), "%", "problems.last_year_done_rate", "general"),
    item("benefit.lasting.published", "预决算和绩效信息按规定公开", 1, BUDGET_LAW.done("按规定的内容和时限公开"), "", "", "finance"),
)
PUBLIC = group("satisfaction.public", "服务对象满意度", 10,
    item("satisfaction.public.operators", "道路运输经营业户满意度", 4, GOALS.satisfied("90", "88"), "%", "satisfaction.operators.rate", "general"),
    item("satisfaction.public.passengers", "旅客满意度", 3, GOALS.satisfied("90", "88"), "%", "satisfaction.passengers.rate", "general"),
    item("satisfaction.public.trainees", "驾驶培训学员满意度", 3, GOALS.satisfied("90", "88"), "%", "satisfaction.trainees.rate", "general"),
)
# fmt: on

BASIS = (
    Basis("cuts", "财预〔2020〕10号"),
    Basis("overshoot", "财预〔2020〕10号"),
    Basis("bands", "财预〔2020〕10号"),
    Basis("spread", "本单位设定"),
    Basis("late_share", "本单位设定"),
    Basis("least_sample", "本单位设定"),
    Basis("carry_over", "财政部门自评通知"),
    Basis("places", "本单位设定"),
)
SETTINGS = Settings(basis=BASIS)

HUNAN_DEPARTMENT_2023 = Scheme(
    "hunan_department_2023",
    "部门整体支出绩效自评（湖南，2023年度）",
    2023,
    "湖南",
    SubjectKind.DEPARTMENT,
    "财预〔2020〕10号",
    (
        group("execution", "预算执行", 10, EXECUTED),
        group("output", "产出指标", 50, QUANTITY, QUALITY, TIMELINESS, COST),
        group("benefit", "效益指标", 30, ECONOMIC, SOCIAL, ECOLOGICAL, LASTING),
        group("satisfaction", "满意度", 10, PUBLIC),
    ),
    SETTINGS,
    note="目标值是建议值；采用前请复制一份，改成财政部门批复的绩效目标。",
)
