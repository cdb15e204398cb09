"""活动台账: the meetings, study, campaigns, visits and contests of the year, with a few that are still to come."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

from yunguan.demo.books.document import register_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import YEAR

HALL = "中心三楼会议室"
# day, kind, title, place, people, section, paper cited, what came of it
SINGLE = (
    (
        date(2023, 1, 31),
        "committee",
        "党风廉政建设和反腐败专题党委会",
        HALL,
        9,
        "general",
        "工作要点",
        "研究全年廉政工作，明确责任清单。",
    ),
    (
        date(2023, 3, 10),
        "integrity",
        "干部职工大会暨反腐倡廉教育",
        "中心大会议室",
        58,
        "general",
        "工作要点",
        "通报典型案例，签订廉洁承诺。",
    ),
    (
        date(2023, 3, 24),
        "training",
        "一套表软件应用培训",
        "市中心机考室",
        64,
        "statistics",
        "原则标准",
        "各填报单位学会联网直报和自审。",
    ),
    (
        date(2023, 4, 11),
        "meeting",
        "参加市局主题教育推进会",
        "市交通运输局",
        6,
        "general",
        "",
        "带回要求并列出落实清单。",
    ),
    (
        date(2023, 4, 14),
        "committee",
        "党委（扩大）会议学习主题教育精神",
        HALL,
        21,
        "general",
        "",
        "统一认识，明确专班和分工。",
    ),
    (date(2023, 4, 18), "meeting", "主题教育动员会", "中心大会议室", 57, "general", "", "全体党员明确学习安排。"),
    (
        date(2023, 4, 26),
        "study",
        "党员个人自学（二十大报告、党章）",
        "各科室",
        46,
        "general",
        "著作选读",
        "人人形成读书笔记。",
    ),
    (
        date(2023, 5, 12),
        "visit",
        "乡村振兴产业项目调研",
        "常宁市帮扶村",
        5,
        "general",
        "",
        "摸清产业基础，提出项目建议。",
    ),
    (date(2023, 5, 19), "meeting", "驻村工作座谈会", "常宁市帮扶村", 14, "general", "", "议定办公经费和项目经费安排。"),
    (
        date(2023, 5, 24),
        "survey",
        "骨干客运企业蹲点调研",
        "市内客运企业",
        6,
        "general",
        "调查研究",
        "掌握资金、线路和职工情况。",
    ),
    (
        date(2023, 6, 5),
        "election",
        "中心党委选举党员大会",
        "中心大会议室",
        49,
        "general",
        "",
        "选出新一届党委委员和纪委委员。",
    ),
    (date(2023, 6, 16), "campaign", "安全宣传咨询日", "市民广场", 320, "safety", "安全生产月", "现场答疑并发放资料。"),
    (
        date(2023, 6, 26),
        "campaign",
        "国际禁毒日行业宣传",
        "出租汽车服务区",
        180,
        "urban_transit",
        "吸毒排查",
        "向驾驶员发放海报和手册。",
    ),
    (
        date(2023, 6, 30),
        "party_education",
        "党员实践教育课",
        "市内红色教育基地",
        43,
        "general",
        "",
        "现场教学，重温入党誓词。",
    ),
    (date(2023, 7, 7), "survey", "调研情况交流会", HALL, 23, "general", "调查研究", "汇总问题，形成对策清单。"),
    (
        date(2023, 7, 20),
        "contest",
        "湖南省新能源汽车维修工技能大赛",
        "长沙",
        8,
        "maintenance",
        "",
        "带队参赛，获得个人和团体奖项。",
    ),
    (
        date(2023, 8, 17),
        "survey",
        "508路公交调研座谈",
        "公交企业",
        15,
        "urban_transit",
        "",
        "提出线路和车辆配置优化意见。",
    ),
    (
        date(2023, 9, 4),
        "task_force",
        "参加全省驾培信访突出问题处置专班",
        "长沙",
        2,
        "driver_training",
        "",
        "集中办理网络投诉。",
    ),
    (
        date(2023, 9, 14),
        "campaign",
        "创文行业宣传检查",
        "汽车客运站、公交站场",
        12,
        "general",
        "",
        "要求悬挂横幅并滚动播放标语。",
    ),
    (date(2023, 10, 20), "hygiene", "机关环境卫生整改", "机关大院和办公楼", 35, "general", "", "不达标点位全部整改。"),
    (
        date(2023, 10, 23),
        "comfort",
        "重阳节慰问退休职工",
        "退休职工家中",
        26,
        "retirees",
        "",
        "走访慰问，了解身体和生活状况。",
    ),
    (date(2023, 11, 3), "election", "机关党支部换届选举", HALL, 41, "general", "", "选出新一届支部委员会。"),
    (date(2023, 12, 8), "study", "学习平台学分评比", HALL, 41, "general", "", "评出先进，通报落后。"),
)
SEMINARS = (
    date(2023, 5, 9),
    date(2023, 6, 13),
    date(2023, 7, 11),
    date(2023, 8, 8),
    date(2023, 9, 12),
    date(2023, 11, 14),
)
SITE_VISITS = (date(2023, 4, 6), date(2023, 5, 16), date(2023, 6, 8), date(2023, 8, 24))
OUTINGS = (date(2023, 3, 8), date(2023, 5, 4), date(2023, 9, 27), date(2023, 12, 1))
EXAMS = (date(2023, 4, 20), date(2023, 7, 13), date(2023, 9, 21), date(2023, 11, 16))
CALLED_OFF = date(2023, 7, 4)


def rows(centre: Centre) -> list[Row]:
    """One row an activity, in the order of the days."""
    single = [_held(centre, each) for each in SINGLE]
    made = [*single, *_series(centre), *_monthly(centre), *_not_held()]
    return sorted(made, key=lambda row: (row["planned_on"], row["activity_title"]))


def _series(centre: Centre) -> Iterator[Row]:
    for number, day in enumerate(SEMINARS, start=1):
        title = f"党委理论学习中心组第{number}次专题研讨"
        yield _held(centre, (day, "study", title, HALL, 11, "general", "专题摘编", "交流学习体会，明确改进事项。"))
    for number, day in enumerate(SITE_VISITS, start=1):
        title = f"会同公交企业第{number}次线路现场勘查"
        yield _held(centre, (day, "visit", title, "公交沿线", 7, "urban_transit", "", "论证走向调整和站点设置。"))
    for number, day in enumerate(OUTINGS, start=1):
        title = f"工会第{number}次团队建设活动"
        yield _held(centre, (day, "union", title, "市体育中心", 48, "general", "", "增强职工凝聚力。"))
    for number, day in enumerate(EXAMS, start=1):
        title = f"第{number}次考前电子证照宣传"
        yield _held(centre, (day, "campaign", title, "市中心机考室", 90, "practitioners", "", "现场指导领取电子证照。"))


def _monthly(centre: Centre) -> Iterator[Row]:
    """Standing duties of every month: the street, the old colleagues, the calls on companies."""
    for month in range(1, 13):
        days = working_days(date(YEAR, month, 1), date(YEAR, month, monthrange(YEAR, month)[1]))
        title = f"{month}月包路段志愿服务"
        words = "清扫路面，劝导文明出行，摆正共享单车。"
        yield _held(centre, (days[6], "volunteer", title, "包干路段", 12 + month % 4, "general", "", words))
        title = f"{month}月退休职工电话和微信联系"
        yield _held(centre, (days[10], "comfort", title, "线上", 30 + month, "retirees", "", "掌握健康和困难情况。"))
        if month >= 5:  # noqa: PLR2004 - since the plan of surveys
            title = f"{month}月“走找想促”上门走访"
            yield _held(
                centre, (days[14], "visit", title, "运输企业", 4, "general", "调查研究", "收集问题并现场答复。")
            )


def _not_held() -> Iterator[Row]:
    yield {
        "activity_title": "党员志愿献血（因场地调整取消）",
        "kind": "volunteer",
        "planned_on": CALLED_OFF,
        "cancelled_on": CALLED_OFF,
        "kept_by": "general",
        "state": "cancelled",
    }
    yield {
        "activity_title": "春节前走访慰问退休职工",
        "kind": "comfort",
        "planned_on": date(YEAR + 1, 1, 31),
        "kept_by": "retirees",
        "state": "planned",
    }


def _held(centre: Centre, event: tuple[Any, ...]) -> Row:
    day, kind, title, place, people, section, paper, outcome = event
    handed_out = people * 2 if kind == "campaign" else None
    held = later(day, 0)
    return {
        "activity_title": title,
        "kind": kind,
        "planned_on": day,
        "held_on": held,
        "place": place,
        "organiser": "衡阳市道路运输服务中心",
        "people": people,
        "handed_out": handed_out,
        "basis": register_no(centre, paper) if paper else None,
        "outcome": outcome,
        "kept_by": section,
        "state": "held",
    }
