"""湖南 2013—2019 年部门整体支出绩效评价指标表: steps and bands, as seen filled in for 2018."""

from __future__ import annotations

from decimal import Decimal

from yunguan.evaluation.declare import STANDARD, Yardstick, group, item
from yunguan.evaluation.rules.banded import Banded, Step
from yunguan.evaluation.rules.stepped import Stepped
from yunguan.evaluation.scheme import Scheme, SubjectKind
from yunguan.evaluation.settings import Basis, Settings

# fmt: off
SHEET = Yardstick(STANDARD, "湖南省部门整体支出绩效评价指标表")
CONTROL = Banded((Step(Decimal(0), Decimal(8)), Step(Decimal(10), Decimal(6)), Step(Decimal(20), Decimal(4)), Step(Decimal(30), Decimal(2))), Decimal(8),
)

ALLOCATION = group("input.allocation", "预算配置", 16,
    item("input.allocation.staff", "在职人员控制率", 8, SHEET.by(Stepped(Decimal(1), Decimal("0.5"), Decimal(8)), "100"), "%", "unit.staff_control_rate", "finance", "在职人员数÷编制数×100%"),
    item("input.allocation.three_public", "“三公经费”变动率", 8, SHEET.by(Stepped(Decimal(1), Decimal("0.8"), Decimal(8)), "0"), "%", "finance.three_public.change_rate", "finance", "（本年度“三公经费”预算数－上年度预算数）÷上年度预算数×100%"),
)
EXECUTION = group("process.execution", "预算执行", 16,
    item("process.execution.completion", "预算完成率", 8, SHEET.by(Stepped(Decimal(5), Decimal(2), Decimal(8), below=True), "100"), "%", "finance.total.completion_rate", "finance", "（上年结转＋年初预算＋本年追加－年末结余）÷（上年结转＋年初预算＋本年追加）×100%"),
    item("process.execution.control", "预算控制率", 8, SHEET.by(CONTROL, words="本年追加预算不超过年初预算的 30%，越低越好"), "%", "finance.total.addition_rate", "finance", "本年追加预算÷年初预算×100%"),
)
MANAGEMENT = group("process.management", "预算管理", 42,
    item("process.management.floor_area", "新建楼堂馆所面积控制率", 5, SHEET.at_most("100"), "%", "", "finance", "实际面积÷批准面积×100%"),
    item("process.management.investment", "新建楼堂馆所投资概算控制率", 5, SHEET.at_most("100"), "%", "", "finance", "实际投资÷批准投资×100%"),
    item("process.management.office", "公用经费控制率", 8, SHEET.by(Stepped(Decimal(1), Decimal("0.8"), Decimal(8)), "100"), "%", "finance.office.control_rate", "finance", "实际公用经费÷预算安排公用经费×100%"),
    item("process.management.three_public", "“三公经费”控制率", 8, SHEET.by(Stepped(Decimal(1), Decimal("0.8"), Decimal(8)), "100"), "%", "finance.three_public.control_rate", "finance", "“三公经费”实际支出÷“三公经费”预算安排×100%"),
    item("process.management.procurement", "政府采购执行率", 6, SHEET.at_least("100"), "%", "finance.procurement.execution_rate", "finance", "实际政府采购金额÷政府采购预算×100%"),
    item("process.management.rules", "管理制度健全性", 3, SHEET.listed(rules="有预算资金管理办法、内部财务管理制度和会计核算制度", complete="制度合法、合规、完整", followed="制度得到有效执行"), "", "", "finance"),
    item("process.management.compliance", "资金使用合规性", 4, SHEET.listed(law="支出符合国家财经法规和财务管理制度", approval="资金拨付有完整的审批程序和手续", assessed="重大项目支出经过评估论证", clean="没有截留、挤占、挪用、虚列支出"), "", "", "finance"),
    item("process.management.openness", "预决算信息公开性", 3, SHEET.listed(content="按规定内容公开", time="按规定时限公开", true="基础数据和会计信息真实、完整、准确"), "", "", "finance"),
)
DUTIES = group("result.duties", "职责履行", 8,
    item("result.duties.work", "重点工作实际完成情况", 8, SHEET.judged("完成上级和本级部署的年度重点工作"), "", "", "general"),
)
BENEFIT = group("result.benefit", "履职效益", 18,
    item("result.benefit.economic", "经济效益", 4, SHEET.judged("履行职责对经济发展带来的影响"), "", "", "general"),
    item("result.benefit.social", "社会效益", 4, SHEET.judged("履行职责对社会发展带来的影响"), "", "", "general"),
    item("result.benefit.efficiency", "行政效能", 4, SHEET.judged("改进管理、提高效率、降低成本的成效"), "", "", "general"),
    item("result.benefit.satisfaction", "社会公众或服务对象满意度", 6, SHEET.satisfied("90"), "%", "satisfaction.rate", "general"),
)
# fmt: on

HUNAN_SHEET_2018 = Scheme(
    "hunan_sheet_2018",
    "部门整体支出绩效评价指标表（湖南，2018年度）",
    2018,
    "湖南",
    SubjectKind.DEPARTMENT,
    SHEET.name,
    (
        group("input", "投入", 16, ALLOCATION),
        group("process", "过程", 58, EXECUTION, MANAGEMENT),
        group("result", "产出及效率", 26, DUTIES, BENEFIT),
    ),
    Settings(basis=(Basis("carry_over", SHEET.name), Basis("bands", "财预〔2020〕10号"))),
    note="在职人员控制率、“三公经费”变动率、预算完成率、预算控制率的计分办法见于公开的填报样例，其余各项分值为整理值，待核实。",
)
