"""建议提案办理台账: the papers of the sessions of the year, all answered, some of class B still followed up."""

from __future__ import annotations

from datetime import date
from random import Random

from yunguan.demo.books.establishment import sections
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR, aim

SUGGESTIONS = 16
LATEST = date(YEAR, 12, 15)
SUBJECTS = (
    ("关于优化城区公交线网的{}", "urban_transit"),
    ("关于规范驾培市场收费秩序的{}", "driver_training"),
    ("关于改善高铁站出租车候客秩序的{}", "urban_transit"),
    ("关于推进农村客运公交化的{}", "passenger"),
    ("关于增设货车司机休息场所的{}", "freight"),
    ("关于加强客运站周边管理的{}", "stations"),
    ("关于方便老年人乘坐公交的{}", "urban_transit"),
    ("关于规范网约车经营行为的{}", "urban_transit"),
    ("关于提升机动车维修服务质量的{}", "maintenance"),
    ("关于加快客货邮融合发展的{}", "freight"),
    ("关于支持道路客运企业转型的{}", "passenger"),
    ("关于简化从业资格证办理流程的{}", "practitioners"),
)
PLACES = ("城区", "蒸湘片区", "高铁片区", "工业园区", "县乡")


def rows(centre: Centre) -> list[Row]:
    """One row a paper, in the order of assignment; the last came between two sessions of the next year."""
    chance = centre.random("proposal")
    people = People(chance, range(800, 820))
    made = [_paper(centre, chance, people, number) for number in range(aim("proposals.received"))]
    made.sort(key=lambda row: (row["assigned_on"], row["proposal_no"]))
    for number, row in enumerate(made, start=1):
        row["reply_no"] = f"衡道运建提〔{YEAR}〕{number}号"
    return [*made, _newest(made[0])]


def _paper(centre: Centre, chance: Random, people: People, number: int) -> Row:
    suggestion = number < SUGGESTIONS
    subject, section = SUBJECTS[number % len(SUBJECTS)]
    word = "建议" if suggestion else "提案"
    part = "assist" if number % 5 == 3 else "separate" if number % 7 == 6 else "lead"  # noqa: PLR2004
    assigned = chance.choice(working_days(date(YEAR, 2, 20), date(YEAR, 3, 31)))
    staff = [
        row["name"] for row in centre.rows("staff") if row["unit"] == sections()[section] and row["state"] == "in_post"
    ]
    row: Row = {
        "proposal_no": f"{'R' if suggestion else 'Z'}{YEAR}{number + 101:03d}",
        "kind": "suggestion" if suggestion else "proposal",
        "session": "市十六届人大二次会议" if suggestion else "市政协十三届二次会议",
        "paper_title": subject.format(word) + f"（{PLACES[number % len(PLACES)]}）",
        "proposers": people.name(female=chance.random() < 0.4),  # noqa: PLR2004 - the share of women
        "part": part,
        "lead_unit": "市城市管理和综合执法局" if part == "assist" else None,
        "hard": number % 10 == 9 and part != "assist",  # noqa: PLR2004 - one in ten
        "assigned_on": assigned,
        "kept_by": section,
        "handler": chance.choice(staff),
        "public": chance.random() < 0.7,  # noqa: PLR2004 - most answers are published
    }
    return row | _course(chance, row)


def _course(chance: Random, row: Row) -> Row:
    assigned = row["assigned_on"]
    signed = later(assigned, chance.randint(1, 4))
    days = 18 if row["part"] == "assist" else 85 if row["hard"] else chance.randint(30, 55)
    replied = later(assigned, days)
    found: Row = {
        "signed_on": signed,
        "contact_before_on": later(signed, 2),
        "contact_during_on": later(signed, 9),
        "visited_on": later(signed, 6) if chance.random() < 0.6 else None,  # noqa: PLR2004 - most are looked at
        "drafted_on": later(replied, 0) if days < 20 else later(assigned, days - 6),  # noqa: PLR2004
        "checked_on": later(assigned, days - 1),
        "reply_class": chance.choices("ABC", weights=(60, 30, 10))[0],
        "replied_on": replied,
        "contact_after_on": later(replied, 6),
        "feedback": chance.choices(("satisfied", "fairly"), weights=(85, 15))[0],
        "redone": 0,
    }
    found["drafted_on"] = min(found["drafted_on"], found["checked_on"])
    completed = later(replied, 7)
    if found["reply_class"] != "B":
        return found | {"completed_on": completed, "state": "completed"}
    promised = later(completed, chance.randint(60, 200))
    kept: Row = {"promised_on": promised, "tracked_on": completed}
    if promised <= LATEST:
        return found | kept | {"completed_on": promised, "state": "completed"}
    return found | kept | {"state": "tracked"}


def _newest(like: Row) -> Row:
    """A suggestion between sessions, assigned in the next January and not yet signed for."""
    kept = ("kind", "paper_title", "proposers", "part", "lead_unit", "kept_by", "public", "hard")
    return {name: like[name] for name in kept} | {
        "proposal_no": f"R{YEAR + 1}001",
        "session": "闭会期间",
        "assigned_on": date(YEAR + 1, 1, 8),
        "redone": 0,
        "state": "assigned",
    }
