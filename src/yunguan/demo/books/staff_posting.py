"""干部派驻台账: the village team after its change, one of 百雁入乡村, the task force, the survey group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.office_year import leaders, members
from yunguan.demo.targets import YEAR, aim

VILLAGE = "常宁市帮扶村"
CHANGED = date(YEAR, 5, 8)
TEAM_MONEY = (Decimal(20000), Decimal(50000))


def rows(centre: Centre) -> list[Row]:
    """One row a posting, in the order of proposal."""
    made = list(_postings(centre))
    return sorted(made, key=lambda row: (row["proposed_on"], row["member"]))


def _postings(centre: Centre) -> Iterator[Row]:
    chiefs = set(leaders(centre))
    chance = centre.random("staff_posting")
    free = [row for row in members(centre) if row["name"] not in chiefs and row["joined_on"] < date(YEAR - 1, 1, 1)]
    people = iter(chance.sample(free, 12))
    for _ in range(2):
        gone = _row(next(people), "village_team", VILLAGE, "队员", date(YEAR - 2, 5, 10))
        yield gone | {"returned_on": CHANGED, "outcome": "完成阶段帮扶任务。", "state": "returned"}
    for number in range(aim("rural.team_members")):
        money = {"office_money": TEAM_MONEY[0], "project_money": TEAM_MONEY[1]} if number == 0 else {}
        role = "工作队联络员" if number == 0 else "队员"
        yield _row(next(people), "village_team", VILLAGE, role, CHANGED) | money | {"until": date(YEAR + 2, 5, 7)}
    for _ in range(aim("rural.talents_sent")):
        yield _row(next(people), "hundred_geese", VILLAGE, "干部人才", date(YEAR, 6, 12)) | {
            "until": date(YEAR + 1, 6, 11)
        }
    for _ in range(2):
        group = _row(next(people), "survey_group", "市内骨干客运企业", "驻企调研员", date(YEAR, 5, 15))
        yield group | {"until": date(YEAR, 12, 31)}
    away = _row(next(people), "task_force", "全省驾培信访专班", "成员", date(YEAR, 9, 4))
    yield away | {"returned_on": date(YEAR, 10, 13), "outcome": "办结转交投诉。", "state": "returned"}
    waiting = _row(next(people), "secondment", "市交通运输局", "借调", date(YEAR, 12, 26))
    yield waiting | {"posted_on": None, "state": "proposed"}


def _row(person: Row, kind: str, place: str, role: str, day: date) -> Row:
    return {
        "member": person["identity_number"],
        "member__name": person["name"],
        "kind": kind,
        "place": place,
        "role": role,
        "proposed_on": day,
        "posted_on": day,
        "kept_by": "general",
        "state": "posted",
    }
