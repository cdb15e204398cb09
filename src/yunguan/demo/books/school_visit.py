"""驾校走访台账: every urban school visited in autumn, some once more, and what they said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.schools import of_school, urban_schools
from yunguan.demo.targets import YEAR

ROUND = working_days(date(YEAR, 9, 4), date(YEAR, 10, 27))
SECOND_ROUND = working_days(date(YEAR, 11, 6), date(YEAR, 12, 20))
AGAIN = 5
OPINIONS = (
    "招生价格低于成本，盼行业自律和价格公示。",
    "考试预约名额少，学员等待时间长。",
    "网上招生点冒用驾校名义，请加强整治。",
    "教练员流动大，盼统一岗前培训。",
    "计时平台费用偏高，盼协调。",
)
PROBLEMS = (
    ("分校未签培训合同，学员退费无依据。", "督促使用合同示范文本，补签合同。"),
    ("场地租约将到期，续租未定。", "协调街道和出租方，督促办理场地变更。"),
    ("教练员挂靠收费，驾校不掌握学费。", "约谈负责人，限期收回收费权。"),
)


def rows(centre: Centre) -> list[Row]:
    """One row a visit, in the order of days."""
    chance = centre.random("school_visit")
    schools = urban_schools(centre)
    pair = [row["name"] for row in centre.rows("staff") if row["unit"] == "驾培事务科"][:2]
    made = [*_round(chance, schools, pair, ROUND), *_round(chance, schools[:AGAIN], pair, SECOND_ROUND)]
    return sorted(made, key=lambda row: (row["visited_on"], row["operator"]))


def _round(chance: Random, schools: list[Row], pair: list[str], days: tuple[date, ...]) -> Iterator[Row]:
    for school in schools:
        visited = chance.choice(days)
        row = of_school(school) | {
            "visited_on": visited,
            "visitors": "、".join(pair),
            "heads": school["contact"],
            "learners": school["fleet"] * chance.randint(8, 20),
            "opinions": "".join(chance.sample(OPINIONS, 2)),
        }
        yield row | _outcome(chance, visited)


def _outcome(chance: Random, visited: date) -> Row:
    """Two visits in three raise no problem; of the others the early ones are answered and solved."""
    if chance.random() < 0.66:  # noqa: PLR2004 - as said
        return {"closed_on": visited, "state": "closed"}
    problem, measure = chance.choice(PROBLEMS)
    row = {"problem": problem, "owner": "驾培事务科经办人", "follow_from": later(visited, 1)}
    if visited >= date(YEAR, 11, 1):
        return row | {"state": "following"}
    answered = later(visited, chance.randint(8, 28))
    row |= {"measure": measure, "answered_on": answered}
    if chance.random() < 0.3:  # noqa: PLR2004 - answered, not yet solved
        return row | {"state": "answered"}
    return row | {"closed_on": later(answered, 5), "state": "closed"}
