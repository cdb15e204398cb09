"""春运值班表: who of the section was on duty day and night."""

from __future__ import annotations

from yunguan.demo.books.spring_season import days_of
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

SECTION = "道路客运事务科"
HANDED_OVER = (
    "客流平稳，无滞留旅客，日报已报送。",
    "处理旅客来电咨询两件，其余正常。",
    "雨雪天气预警已转发，车站秩序正常。",
    "客流较大，协调加班车疏运，无异常。",
)


def rows(centre: Centre) -> list[Row]:
    """Two shifts a day, in turn."""
    chance = centre.random("spring_duty")
    staff = [row for row in centre.rows("staff") if row["state"] == "in_post"]
    leaders = [row["name"] for row in staff if row["post"].endswith("主任")]
    people = [row["name"] for row in staff if row["unit"] == SECTION]
    made: list[Row] = []
    for number, day in enumerate(days_of(YEAR)):
        for turn, shift in enumerate(("day", "night")):
            row = {
                "season": str(YEAR),
                "duty_on": day,
                "shift": shift,
                "leader": leaders[number % len(leaders)],
                "person": people[(2 * number + turn) % len(people)],
                "handover": chance.choice(HANDED_OVER),
                "served_on": day,
                "state": "served",
            }
            made.append(row)
    return made
