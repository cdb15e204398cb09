"""存在问题台账: what the reports of this year and the last one name, in words of their own."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

RAISED = date(YEAR, 12, 20)
# number, chapter, section, title, how it shows, why, figures
PROBLEMS = (
    (
        "01",
        "七（一）",
        "passenger",
        "道路客运收入下滑",
        "客流和收入连年减少。",
        "出行方式变化和疫情影响叠加。",
        "stations.passengers_vs_2019",
    ),
    (
        "02",
        "七（一）",
        "stations",
        "客运站普遍亏损、欠薪欠保",
        "站场经营困难，工资和社保欠缴较多。",
        "客流减少而固定成本不减。",
        "distress.wages_owed",
    ),
    (
        "03",
        "七（一）",
        "general",
        "骨干客运企业稳定压力大",
        "破产重整中矛盾集中。",
        "债务重、职工多、线路收益低。",
        "stability.open_high",
    ),
    ("04", "七（一）", "stations", "定制客运冲击站场经营", "旅客不再进站乘车。", "新的客运规定放开定制服务。", ""),
    (
        "05",
        "七（二）",
        "driver_training",
        "驾培管理手段滞后",
        "车辆、教练、资金和场地难以有效监管。",
        "缺少统一信息平台，市场萎缩。",
        "training.schools",
    ),
    (
        "06",
        "七（二）",
        "driver_training",
        "驾培合同和退费纠纷多",
        "部分驾校不签合同、低价招生、退费难。",
        "竞争无序，学员维权意识增强。",
        "appeals.topic.driver_training",
    ),
    (
        "07",
        "七（三）",
        "practitioners",
        "从业资格考试合格率偏低",
        "一人多次考试，考场利用率受影响。",
        "备考不足，题库更新快。",
        "taxi_exam.pass_rate",
    ),
    (
        "08",
        "七（三）",
        "safety",
        "两类人员考核安排困难",
        "报不上名与通不过并存。",
        "考核系统设置和场次限制。",
        "safety.managers_exam.absence_rate",
    ),
    ("09", "七（三）", "safety", "两类人员考核系统设置不灵活", "弃考者占用考位。", "系统不支持候补和改期。", ""),
)
EARLIER = (
    ("01", "七（一）", "passenger", "农村客运通而不畅", "部分线路班次少。", "客源分散。", ""),
    (
        "02",
        "七（二）",
        "safety",
        "应急预案备案基础薄弱",
        "企业预案格式不一。",
        "缺少统一指引。",
        "safety.emergency_plan.filed_rate",
    ),
    ("03", "七（三）", "statistics", "统计直报质量不高", "部分单位迟报。", "填报人员更换频繁。", ""),
)


def rows(centre: Centre) -> list[Row]:
    """Last year's problems, answered, and this year's; one of these has no measure yet."""
    del centre
    earlier = [_row(YEAR - 1, each) for each in EARLIER]
    for row in earlier:
        row |= {"measured_on": date(YEAR - 1, 12, 30), "answered_on": RAISED, "answer": "措施已落实，仍须巩固。"}
        row["state"] = "answered"
    earlier[1] |= {"solved_on": date(YEAR, 12, 22), "state": "solved"}
    this = [_row(YEAR, each) for each in PROBLEMS]
    for row in this[:-1]:
        row |= {"measured_on": date(YEAR, 12, 27), "state": "measured"}
    return [*earlier, *this]


def _row(year: int, problem: tuple[str, ...]) -> Row:
    number, chapter, section, title, content, cause, figures = problem
    return {
        "problem_no": f"WT{year}-{number}",
        "raised_on": date(year, 12, 20),
        "chapter": chapter,
        "problem_title": title,
        "content": content,
        "cause": cause,
        "kept_by": section,
        "figures": figures or None,
        "state": "raised",
    }
