"""财预〔2013〕53号 共性指标体系框架: the whole department, levels 1 to 3 with their formulas.

The notice gives the frame and the formulas; points are set by each place. Those here add up to 100 and wait to be set.
"""

from __future__ import annotations

from yunguan.evaluation.declare import PLAN, STANDARD, Yardstick, group, item
from yunguan.evaluation.scheme import Scheme, SubjectKind
from yunguan.evaluation.settings import Basis, Settings

# fmt: off
NOTICE = Yardstick(STANDARD, "财预〔2013〕53号")
NOTICE_PLAN = Yardstick(PLAN, "财预〔2013〕53号")
GOALS = group("input.goals", "目标设定", 6,
    item("input.goals.reasonable", "绩效目标合理性", 3, NOTICE.listed(law="符合法律法规和国民经济社会发展规划", duties="符合单位“三定”方案确定的职责", plan="符合单位中长期规划"), "", "", "finance"),
    item("input.goals.clear", "绩效指标明确性", 3, NOTICE.listed(tasks="整体目标分解为具体工作任务", measurable="有清晰、可衡量的指标值", year="与年度任务数或计划数对应", budget="与年度预算资金相匹配"), "", "", "finance"),
)
ALLOCATION = group("input.allocation", "预算配置", 9,
    item("input.allocation.staff", "在职人员控制率", 3, NOTICE.at_most("100"), "%", "unit.staff_control_rate", "finance", "在职人员数÷编制数×100%"),
    item("input.allocation.three_public", "“三公经费”变动率", 3, NOTICE.at_most("0"), "%", "finance.three_public.change_rate", "finance", "（本年度预算数－上年度预算数）÷上年度预算数×100%"),
    item("input.allocation.key", "重点支出安排率", 3, NOTICE.at_least("60"), "%", "finance.project.key_share", "finance", "重点项目支出÷项目总支出×100%"),
)
EXECUTION = group("process.execution", "预算执行", 22,
    item("process.execution.completion", "预算完成率", 4, NOTICE.at_least("100"), "%", "finance.total.completion_rate", "finance", "预算完成数÷预算数×100%"),
    item("process.execution.adjustment", "预算调整率", 3, NOTICE.at_most("10"), "%", "finance.total.adjustment_rate", "finance", "预算调整数÷预算数×100%"),
    item("process.execution.progress", "支付进度率", 2, NOTICE.at_least("100"), "%", "finance.payment.progress_rate", "finance", "实际支付进度÷既定支付进度×100%"),
    item("process.execution.carry_over", "结转结余率", 2, NOTICE.at_most("9"), "%", "finance.carry_over.rate", "finance", "结转结余总额÷支出预算数×100%"),
    item("process.execution.carry_over_change", "结转结余变动率", 2, NOTICE.at_most("0"), "%", "finance.carry_over.change_rate", "finance", "（本年度累计结转结余－上年度累计结转结余）÷上年度累计结转结余×100%"),
    item("process.execution.office", "公用经费控制率", 3, NOTICE.at_most("100"), "%", "finance.office.control_rate", "finance", "实际支出公用经费÷预算安排公用经费×100%"),
    item("process.execution.three_public", "“三公经费”控制率", 3, NOTICE.at_most("100"), "%", "finance.three_public.control_rate", "finance", "“三公经费”实际支出÷“三公经费”预算安排×100%"),
    item("process.execution.procurement", "政府采购执行率", 3, NOTICE.at_least("100"), "%", "finance.procurement.execution_rate", "finance", "实际政府采购金额÷政府采购预算数×100%"),
)
MANAGEMENT = group("process.management", "预算管理", 10,
    item("process.management.rules", "管理制度健全性", 2, NOTICE.listed(rules="有预算资金管理办法、内部财务管理制度、会计核算制度", complete="制度合法、合规、完整", followed="制度得到有效执行"), "", "", "finance"),
    item("process.management.compliance", "资金使用合规性", 4, NOTICE.listed(law="符合国家财经法规和财务管理制度", approval="资金拨付有完整的审批程序和手续", assessed="重大开支经过评估论证", purpose="符合预算批复的用途", clean="不存在截留、挤占、挪用、虚列支出"), "", "", "finance"),
    item("process.management.openness", "预决算信息公开性", 2, NOTICE.listed(content="按规定内容公开预决算信息", time="按规定时限公开预决算信息"), "", "", "finance"),
    item("process.management.data", "基础信息完善性", 2, NOTICE.listed(true="基础数据信息和会计信息资料真实", complete="基础数据信息和会计信息资料完整", exact="基础数据信息和会计信息资料准确"), "", "", "finance"),
)
ASSETS = group("process.assets", "资产管理", 8,
    item("process.assets.rules", "资产管理制度健全性", 2, NOTICE.listed(rules="有资产管理制度", legal="制度合法、合规、完整", followed="制度得到有效执行"), "", "", "finance"),
    item("process.assets.safe", "资产管理安全性", 3, NOTICE.listed(complete="资产保存完整", allocated="资产配置合理", disposed="资产处置规范", accounts="资产账务管理合规、账实相符", income="有偿使用和处置收入及时足额上缴"), "", "", "finance"),
    item("process.assets.in_use", "固定资产利用率", 3, NOTICE.at_least("100"), "%", "finance.assets.in_use_rate", "finance", "实际在用固定资产总额÷所有固定资产总额×100%"),
)
OUTPUT = group("output.duties", "职责履行", 25,
    item("output.duties.done", "实际完成率", 7, NOTICE.at_least("100"), "%", "", "finance", "实际完成工作数÷计划工作数×100%"),
    item("output.duties.in_time", "完成及时率", 6, NOTICE.at_least("100"), "%", "key_work.milestones_on_time", "finance", "及时完成实际工作数÷计划工作数×100%"),
    item("output.duties.quality", "质量达标率", 6, NOTICE.at_least("100"), "%", "", "finance", "质量达标实际工作数÷计划工作数×100%"),
    item("output.duties.key", "重点工作办结率", 6, NOTICE.at_least("100"), "%", "key_work.completed_rate", "finance", "重点工作实际完成数÷交办或下达数×100%"),
)
EFFECT = group("effect.duties", "履职效益", 20,
    item("effect.duties.economic", "经济效益", 5, NOTICE_PLAN.judged("履行职责对经济发展带来的直接或间接影响"), "", "", "general"),
    item("effect.duties.social", "社会效益", 5, NOTICE_PLAN.judged("履行职责对社会发展带来的直接或间接影响"), "", "", "general"),
    item("effect.duties.ecological", "生态效益", 4, NOTICE_PLAN.judged("履行职责对生态环境带来的直接或间接影响"), "", "", "general"),
    item("effect.duties.satisfaction", "社会公众或服务对象满意度", 6, NOTICE.satisfied("90"), "%", "satisfaction.rate", "general"),
)
# fmt: on

NATIONAL_COMMON_2013 = Scheme(
    "national_common_2013",
    "部门整体支出绩效评价共性指标体系框架（财预〔2013〕53号）",
    2013,
    "全国",
    SubjectKind.DEPARTMENT,
    NOTICE.name,
    (
        group("input", "投入", 15, GOALS, ALLOCATION),
        group("process", "过程", 40, EXECUTION, MANAGEMENT, ASSETS),
        group("output", "产出", 25, OUTPUT),
        group("effect", "效果", 20, EFFECT),
    ),
    Settings(basis=(Basis("carry_over", NOTICE.name), Basis("bands", "财预〔2020〕10号"))),
    note="文件给出指标和公式，分值由各地设定；这里的分值合计 100 分，供修改。",
)
