"""重点工作台账: the continuing tasks of the year, with what came of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from yunguan.demo.books.document import register_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.office_year import head_of, leaders, numbered
from yunguan.demo.targets import YEAR

# section, field, level, title, paper cited, first day, last day, state
TASKS = (
    ("general", "party", "city", "落实全面从严治党主体责任", "", date(2023, 1, 9), date(2023, 12, 20), "completed"),
    (
        "passenger",
        "passenger",
        "bureau",
        "2023年春运组织（成立领导小组）",
        "春运工作方案",
        date(2023, 1, 3),
        date(2023, 2, 28),
        "completed",
    ),
    ("general", "integrity", "centre", "清廉机关建设", "清廉机关", date(2023, 3, 17), date(2023, 12, 15), "completed"),
    (
        "safety",
        "safety",
        "bureau",
        "应急预案备案规范管理",
        "备案工作方案",
        date(2023, 3, 6),
        date(2024, 6, 30),
        "ongoing",
    ),
    (
        "safety",
        "safety",
        "bureau",
        "构建道路运输安全体系",
        "职责分工",
        date(2023, 3, 24),
        date(2023, 12, 22),
        "completed",
    ),
    ("general", "party", "city", "主题教育（成立工作专班）", "", date(2023, 4, 12), date(2023, 9, 15), "completed"),
    (
        "general",
        "party",
        "city",
        "学习宣传贯彻党的二十大精神",
        "著作选读",
        date(2023, 1, 16),
        date(2023, 12, 20),
        "completed",
    ),
    (
        "general",
        "party",
        "bureau",
        "骨干客运企业现状与发展调研课题",
        "调查研究",
        date(2023, 4, 25),
        date(2023, 7, 20),
        "completed",
    ),
    ("safety", "safety", "bureau", "第22个安全生产月", "安全生产月", date(2023, 5, 25), date(2023, 6, 30), "completed"),
    (
        "general",
        "stability",
        "bureau",
        "骨干客运企业保畅维稳",
        "保畅维稳",
        date(2023, 5, 15),
        date(2023, 12, 29),
        "carried",
    ),
    (
        "driver_training",
        "training",
        "bureau",
        "驾培行业信访突出问题处置",
        "",
        date(2023, 9, 1),
        date(2023, 12, 15),
        "completed",
    ),
    ("general", "civic", "city", "文明城市创建巩固和行业宣传", "", date(2023, 2, 6), date(2023, 12, 20), "completed"),
    ("general", "civic", "centre", "机关环境卫生整治", "", date(2023, 8, 1), date(2023, 10, 31), "completed"),
    ("general", "civic", "city", "常态化包路段值守", "", date(2023, 1, 9), date(2023, 12, 29), "completed"),
    ("general", "rural", "city", "驻村帮扶和产业项目", "", date(2023, 5, 8), date(2023, 12, 22), "carried"),
    (
        "urban_transit",
        "urban",
        "bureau",
        "城区公交线路改造",
        "公交线路",
        date(2023, 3, 1),
        date(2023, 9, 30),
        "completed",
    ),
    ("urban_transit", "urban", "bureau", "公交成本规制", "", date(2023, 4, 3), date(2023, 11, 30), "urged"),
    ("urban_transit", "urban", "bureau", "公交适老化改造", "", date(2023, 3, 20), date(2023, 10, 31), "completed"),
    (
        "maintenance",
        "maintenance",
        "bureau",
        "机动车排放维修站（M站）建设",
        "排放性能",
        date(2023, 6, 1),
        date(2023, 12, 8),
        "completed",
    ),
    (
        "freight",
        "freight",
        "city",
        "绿色货运配送城市建设配合工作",
        "",
        date(2023, 2, 13),
        date(2024, 12, 31),
        "ongoing",
    ),
    ("freight", "freight", "bureau", "客货邮融合发展", "", date(2023, 6, 12), date(2023, 12, 31), "carried"),
    (
        "practitioners",
        "certificates",
        "bureau",
        "道路运输电子证照推广",
        "",
        date(2023, 1, 9),
        date(2023, 12, 20),
        "completed",
    ),
    (
        "general",
        "management",
        "centre",
        "年度督查考核和问题通报",
        "",
        date(2023, 2, 1),
        date(2023, 12, 27),
        "completed",
    ),
    ("stations", "passenger", "centre", "群众满意客运站创建", "", date(2024, 1, 8), date(2024, 11, 30), "planned"),
)
LATE = "学习宣传"


def rows(centre: Centre) -> list[Row]:
    """One row a task, in the order in which they were given out."""
    made = [_row(centre, number, task) for number, task in enumerate(TASKS)]
    made.sort(key=lambda row: row["planned_on"])
    return numbered(f"ZD{YEAR}-", made, "work_no")


def task_no(centre: Centre, words: str) -> str:
    """The number of the task with these words in its title."""
    return next(str(row["work_no"]) for row in centre.rows("key_work") if words in row["work_title"])


def _row(centre: Centre, number: int, task: tuple[Any, ...]) -> Row:
    section, field, level, title, paper, first, last, state = task
    chiefs = leaders(centre)
    row: Row = {
        "work_title": title,
        "field": field,
        "level": level,
        "content": f"按要求推进“{title}”，分步落实并按期报告。",
        "kept_by": section,
        "leader": chiefs[number % len(chiefs)],
        "owner": head_of(centre, section),
        "basis": register_no(centre, paper) if paper else None,
        "planned_on": first,
        "planned_end": last,
        "state": state,
    }
    if state == "planned":
        return row | {"progress": 0}
    row["started_on"] = later(first, 3)
    done = later(last, 4) if title.startswith(LATE) else last
    ends: dict[str, Row] = {
        "completed": {"progress": 100, "result": f"“{title}”各项任务已落实。", "completed_on": done},
        "carried": {
            "progress": 70,
            "situation": "主要任务已完成，其余转入下年继续。",
            "carried_on": date(YEAR, 12, 29),
        },
        "ongoing": {"progress": 60, "situation": "按计划推进。"},
        "urged": {"progress": 45, "situation": "成本数据核对滞后。", "urged_on": date(YEAR, 12, 18)},
    }
    return row | ends[state]
