"""群众来访登记台账: the visits of the year, most of few people, some of groups, people adding up to the figure."""

from __future__ import annotations

from datetime import date
from random import Random

from yunguan.demo.appeals import MATTERS, SECTORS
from yunguan.demo.books.establishment import sections
from yunguan.demo.books.operator import operating
from yunguan.demo.books.staff import LEADERS
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import LAST_DAY, YEAR, aim
from yunguan.registers.appeals import SECTION_OF, Topic

BAND = range(840, 860)
GROUPS = (14, 11, 9, 8, 8, 7, 6, 6, 5)
"""People of the group visits; the others are of one to four."""
TOPICS = (Topic.REFUND, Topic.WAGES, Topic.TAXI, Topic.TRAINING, Topic.WAGES, Topic.RIDE_HAILING, Topic.REFUND)
OPEN_STATES = ("received", "handed_over", "answered")


def rows(centre: Centre) -> list[Row]:
    """One row a batch, in the order of the days."""
    chance = centre.random("petition_visit")
    people = People(chance, BAND)
    counts = sizes(chance, aim("appeals.visits.batches"), aim("appeals.visits.people"))
    days = sorted(chance.sample(working_days(date(YEAR, 1, 3), LAST_DAY), len(counts)))
    leaders = [row["name"] for row in centre.rows("staff") if row["post"] in LEADERS]
    made = [_row(centre, chance, people, day, count) for day, count in zip(days, counts, strict=True)]
    for number, row in enumerate(made, start=1):
        row["visit_no"] = f"来访{YEAR}-{number:03d}"
        row["leader"] = chance.choice(leaders) if row["people"] >= GROUPS[-1] else None
        _handle(chance, row, OPEN_STATES[len(made) - number] if number > len(made) - len(OPEN_STATES) else "closed")
    return made


def sizes(chance: Random, batches: int, people: int) -> list[int]:
    """Sizes of so many batches that add up to so many people, the groups among them."""
    counts = [*GROUPS, *([1] * (batches - len(GROUPS)))]
    while sum(counts) < people:
        place = chance.randrange(len(GROUPS), batches)
        counts[place] += counts[place] < GROUPS[-1] - 1
    chance.shuffle(counts)
    return counts


def _row(centre: Centre, chance: Random, people: People, day: date, count: int) -> Row:
    topic = Topic.WAGES if count >= GROUPS[-1] and chance.random() < 0.5 else chance.choice(TOPICS)  # noqa: PLR2004
    matter = chance.choice(MATTERS[topic])
    owner = chance.choice(operating(centre, *SECTORS[topic]))
    visitor = people.born_between(date(1960, 1, 1), date(2003, 12, 31))
    return {
        "visited_on": day,
        "visited_at": f"{chance.choice((9, 10, 11, 15, 16)):02d}:{chance.randrange(60):02d}",
        "people": count,
        "representatives": min(count, 5) if count >= GROUPS[-1] else None,
        "visitor": visitor.name,
        "phone": visitor.mobile,
        "topic": topic,
        "statement": matter.content,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "first_time": chance.random() < 0.8,  # noqa: PLR2004 - most come for the first time
        "receiver": chance.choice(
            [row["name"] for row in centre.rows("staff") if row["unit"] == sections()["general"]]
        ),
        "_reply": matter.reply,
    }


def _handle(chance: Random, row: Row, state: str) -> None:
    reply, day = row.pop("_reply"), row["visited_on"]
    row |= {"kept_by": "general", "state": state}
    if state == "received":
        return
    handed = state == "handed_over" or chance.random() < 0.4  # noqa: PLR2004 - some are answered on the spot
    if handed:
        row |= {"kept_by": SECTION_OF[row["topic"]], "handed_over_on": day}
    if state == "handed_over":
        return
    answered = later(day, chance.randint(2, 8)) if handed else day
    outcome = chance.choice(("solved", "referred", "forwarded")) if handed else "explained"
    row |= {"outcome": outcome, "reply": reply, "answered_on": answered}
    if state == "closed":
        row["closed_on"] = later(answered, chance.randint(1, 3))
