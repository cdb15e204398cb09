"""信访事项台账: some thirty matters of the year in all stages, one extended, one reviewed twice."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from yunguan.demo.appeals import MATTERS, SECTORS
from yunguan.demo.books.establishment import sections
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR
from yunguan.registers.appeals import SECTION_OF, Topic

BAND = range(820, 840)
TOPICS = (Topic.REFUND, Topic.WAGES, Topic.TAXI, Topic.TRAINING)
STATES = (
    *("settled",) * 17,
    *("delivered",) * 2,
    *("accepted",) * 3,
    "registered",
    "extended",
    "reviewed",
    "reviewing",
    "ended",
    "refused",
    "forwarded",
    "objected",
    "decided",
)
RECENT = {"accepted", "registered", "extended", "delivered", "decided", "reviewing"}
GROUND = "《道路运输从业人员管理规定》和双方合同约定"


def rows(centre: Centre) -> list[Row]:
    """One row a matter, in the order of registration."""
    chance = centre.random("petition")
    people = People(chance, BAND)
    made = [_row(centre, chance, people, number, state) for number, state in enumerate(STATES)]
    made.sort(key=lambda row: row["received_on"])
    for number, row in enumerate(made, start=1):
        row["petition_no"] = f"XF{YEAR}{number:04d}"
        if row.get("opinion_no"):
            row["opinion_no"] = f"衡道运信访〔{YEAR}〕{number}号"
    return made


def _row(centre: Centre, chance: Random, people: People, number: int, state: str) -> Row:
    topic = TOPICS[number % len(TOPICS)]
    matter = MATTERS[topic][number % 2]
    owner = chance.choice(operating(centre, *SECTORS[topic]))
    person = people.born_between(date(1960, 1, 1), date(2000, 12, 31))
    received = _received(chance, state)
    handlers = [row["name"] for row in centre.rows("staff") if row["unit"] == sections()[SECTION_OF[topic]]]
    row: Row = {
        "received_on": received,
        "channel": chance.choice(("online", "online", "letter", "visit", "phone")),
        "received_from": "forwarded" if state == "objected" else chance.choice(("direct", "forwarded", "assigned")),
        "purpose": "suggestion" if number % 9 == 4 else "accusation" if number % 9 == 7 else "claim",  # noqa: PLR2004
        "topic": topic,
        "people": chance.choice((1, 1, 1, 2, 3, 6)),
        "petitioner": person.name,
        "identity_number": person.identity_number,
        "phone": person.mobile,
        "statement": matter.content,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "repeated": number % 11 == 3,  # noqa: PLR2004 - a few come again
        "kept_by": "general",
        "state": state,
    }
    return row | _course(chance, row) | _who(row, state, chance.choice(handlers))


def _received(chance: Random, state: str) -> date:
    if state == "registered":
        return date(YEAR, 12, 27)
    if state in RECENT:
        return chance.choice(working_days(date(YEAR, 11, 20), date(YEAR, 12, 8)))
    return chance.choice(working_days(date(YEAR, 1, 4), date(YEAR, 8, 31)))


def _who(row: Row, state: str, handler: str) -> Row:
    if state in {"registered", "refused", "forwarded", "objected"}:
        return {}
    return {"kept_by": SECTION_OF[row["topic"]], "handler": handler}


def _course(chance: Random, row: Row) -> Row:
    """The days and papers up to the state of the row."""
    state, received = row["state"], row["received_on"]
    early: dict[str, Row] = {
        "registered": {},
        "refused": {"refused_on": later(received, 6)},
        "forwarded": {"forwarded_on": later(received, 4), "forwarded_to": "市人力资源和社会保障局"},
        "objected": {"objected_on": later(received, 3)},
    }
    if state in early:
        return early[state]
    accepted = later(received, chance.randint(1, 5))
    found: Row = {"accepted_on": accepted}
    if state in {"accepted", "extended"}:
        asked = {"extension_asked_on": later(accepted, 3), "extended_on": later(accepted, 4), "extended_days": 30}
        return found | (asked if state == "extended" else {})
    late = row["repeated"] and state == "settled"
    decided = later(accepted, 50 if late else chance.randint(5, 9 if state in RECENT else 36))
    result = "explained" if row["purpose"] == "suggestion" else chance.choice(("supported", "partly", "rejected"))
    found |= {"decided_on": decided, "opinion_no": "待编", "result": result, "ground": GROUND}
    return found if state == "decided" else found | _after(state, decided)


def _after(state: str, decided: date) -> Row:
    delivered = later(decided, 1)
    found: Row = {"delivered_on": delivered}
    if state == "settled":
        return found | {"satisfied": True, "settled_on": later(delivered, 5)}
    if state == "delivered":
        return found
    asked = later(delivered, 3)
    found |= {"review_asked_on": asked}
    if state == "reviewing":
        return found
    reviewed = asked + timedelta(days=25)
    found |= {"reviewed_on": reviewed, "review_result": "维持原处理意见"}
    if state == "reviewed":
        return found
    return found | {"re_review_asked_on": later(reviewed, 4), "ended_on": later(reviewed, 22)}
