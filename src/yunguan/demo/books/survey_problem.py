"""调研问题台账: what was collected since May, all of it solved by the year's end, most of it confirmed."""

from __future__ import annotations

from datetime import date
from random import Random

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.office_year import leaders, numbered
from yunguan.demo.targets import YEAR, aim

METHODS = ("visit", "check", "talk", "symposium", "stay")
SOLVED_LAST = 4
"""Solved, and not confirmed yet when the year ends."""
# trade, section, who raised it, what, what was done, what came of it
MATTERS = (
    ("passenger", "passenger", "客运企业", "包车备案等待时间长", "压缩备案环节，安排专人值守", "备案当日办结"),
    ("driver_training", "driver_training", "驾校", "教练员继续教育报名不便", "协调线上报名", "教练员可在手机上报名"),
    ("freight", "freight", "货运企业", "货车司机停车休息难", "协调增设司机之家车位", "新增车位投入使用"),
    ("bus", "urban_transit", "公交企业", "部分线路重复、亏损大", "组织勘查并调整走向", "线路调整方案已实施"),
    ("taxi", "urban_transit", "出租汽车驾驶员", "高铁站候客区无遮阳", "会同车站增设遮阳棚", "遮阳棚已建成"),
    ("station", "stations", "客运站", "售票系统故障修复慢", "督促运营商建立响应机制", "故障两小时内到场"),
    ("maintenance", "maintenance", "维修企业", "备案材料要求不清", "编印一次性告知单", "窗口和网上同步公布"),
    ("passenger", "general", "企业职工", "企业欠薪情况反映渠道少", "设立联系人并每月回访", "职工诉求有专人受理"),
    ("freight", "practitioners", "从业人员", "考试场次信息公布晚", "提前两周公布考试计划", "考试计划按月公布"),
)


def rows(centre: Centre) -> list[Row]:
    """One row a problem, in the order in which they were found; the last was found in the next year."""
    chance = centre.random("survey_problem")
    count = aim("party.survey_problems.collected")
    days = sorted(chance.sample(working_days(date(YEAR, 5, 4), date(YEAR, 11, 10)), count))
    made = [_row(centre, chance, number, day) for number, day in enumerate(days)]
    for number, row in enumerate(made):
        _solve(centre, chance, row, confirmed=number < count - SOLVED_LAST)
    newest = _row(centre, chance, 3, date(YEAR + 1, 1, 8)) | {"state": "found"}
    newest.pop("_done")
    return numbered("WT", [*made, newest], "problem_no")


def _row(centre: Centre, chance: Random, number: int, day: date) -> Row:
    trade, section, who, what, how, done = MATTERS[number % len(MATTERS)]
    owner = chance.choice(operating(centre, trade))
    return {
        "found_on": day,
        "found_by": leaders(centre)[0],
        "method": METHODS[number % len(METHODS)],
        "raised_by": who,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "content": what,
        "reported_on": later(day, 5),
        "kept_by": section,
        "_done": (how, done),
    }


def _solve(centre: Centre, chance: Random, row: Row, *, confirmed: bool) -> None:
    measure, result = row.pop("_done")
    assigned = later(row["found_on"], 2)
    solved = later(assigned, chance.randint(8, 26)) if confirmed else date(YEAR, 12, 27)
    row |= {"assigned_on": assigned, "measure": measure, "solved_on": solved, "result": result, "state": "solved"}
    if confirmed:
        row |= {"confirmed_on": later(solved, 4), "confirmed_by": leaders(centre)[0], "state": "confirmed"}
