"""事故整改措施台账: three measures an investigation that has been answered."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import LAST_DAY

MEASURES = (
    ("对全部驾驶员开展一次警示教育并考核", 15),
    ("逐车核查卫星定位和例检记录，整改到位", 20),
    ("修订动态监控值守和超速处理制度", 28),
)


def rows(centre: Centre) -> list[Row]:
    """Three rows an accident, in the order of the reports."""
    answered = [row for row in centre.rows("accident") if row.get("replied_on")]
    return [_row(case, number) for case in answered for number in range(len(MEASURES))]


def _row(case: Row, number: int) -> Row:
    content, days = MEASURES[number]
    known = {
        "accident": case["accident_no"],
        "number": number + 1,
        "content": content,
        "responsible": f"{case['operator__name']}安全负责人",
        "ordered_on": case["replied_on"],
        "complete_by": later(case["replied_on"] + timedelta(days=days), 0),
        "area": case["area"],
    }
    return known | _course(case, case["replied_on"], days, number)


def _course(case: Row, ordered: date, days: int, number: int) -> Row:
    done = later(ordered + timedelta(days=days - 4 + 6 * (number == 1)), 0)
    if case["state"] == "replied" and number == len(MEASURES) - 1:
        return {"state": "open"}
    if case["state"] == "replied" and number == 1:
        return {"done_on": min(done, LAST_DAY), "evidence": "整改报告", "state": "done"}
    return {"done_on": done, "evidence": "整改报告和照片", "verified_on": later(done, 3), "state": "verified"}
