"""干部职工名册: who works at the centre, who has retired from it, who has left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from yunguan.demo.books.establishment import POSTS, sections
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.people import People, Person
from yunguan.demo.targets import LAST_DAY, YEAR, aim

BAND = range(900, 960)
LEADERS = ("党委书记、主任", "党委副书记、副主任", "副主任", "副主任", "总工程师")
LEFT = 3
RETIRED_THIS_YEAR = 4
MEN_RETIRE_AT = 60
WOMEN_RETIRE_AT = 55


def rows(centre: Centre) -> list[Row]:
    """Those in post by section, then the retired, then those who left."""
    chance = centre.random("staff")
    people = People(chance, BAND)
    return [*_in_post(chance, people), *_retired(chance, people), *_left(chance, people)]


def _in_post(chance: Random, people: People) -> Iterator[Row]:
    names = sections()
    seats = [(names["general"], post) for post in LEADERS]
    seats += [(name, post) for name in names.values() for post in ("科长", "科员")]
    spare = [code for code in POSTS for _ in range(POSTS[code] - 2) if code != "general"]
    more = aim("unit.staff_in_post") - len(seats)
    seats += [(names[code], "") for code in chance.sample(spare, more)]
    order = list(names.values())
    for unit, post in sorted(seats, key=lambda seat: order.index(seat[0])):
        person = people.born_between(date(YEAR - 58, 6, 1), date(YEAR - 26, 6, 1))
        while person.female and person.born.year <= YEAR - WOMEN_RETIRE_AT:
            person = people.born_between(date(YEAR - 54, 6, 1), date(YEAR - 26, 6, 1), women=1)
        yield _row(chance, person, unit, post)


def _retired(chance: Random, people: People) -> Iterator[Row]:
    """Retired on the first of the month after the birthday that the law names."""
    total = aim("unit.retirees")
    for number in range(total):
        female = chance.random() < 0.35  # noqa: PLR2004 - the share of women
        age = WOMEN_RETIRE_AT if female else MEN_RETIRE_AT
        this_year = number >= total - RETIRED_THIS_YEAR
        born_year = YEAR - age if this_year else YEAR - age - chance.randrange(1, 25)
        person = people.born_between(date(born_year, 1, 1), date(born_year, 11, 25), women=1 if female else 0)
        row = _row(chance, person, chance.choice(list(sections().values())), "")
        yield row | {"retired_on": _month_after(person.born, age), "state": "retired"}


def _left(chance: Random, people: People) -> Iterator[Row]:
    for _ in range(LEFT):
        person = people.born_between(date(1985, 1, 1), date(1995, 12, 31))
        row = _row(chance, person, chance.choice(list(sections().values())), "科员")
        left = chance.choice(working_days(date(YEAR - 2, 1, 1), LAST_DAY))
        yield row | {"joined_on": min(row["joined_on"], date(2019, 8, 1)), "left_on": left, "state": "left"}


def _row(chance: Random, person: Person, unit: str, post: str) -> Row:
    kind = "management" if post else chance.choice(("management", "professional", "worker"))
    at_work = date(person.born.year + chance.randrange(20, 25), chance.choice((3, 7, 8, 12)), 1)
    return {
        "name": person.name,
        "identity_number": person.identity_number,
        "unit": unit,
        "post": post or {"management": "科员", "professional": "工程师", "worker": "工勤人员"}[kind],
        "post_kind": kind,
        "mobile": person.mobile,
        "joined_on": at_work + timedelta(days=chance.randrange(28)),
        "retired_on": None,
        "left_on": None,
        "state": "in_post",
    }


def _month_after(born: date, age: int) -> date:
    year, month = born.year + age, born.month + 1
    return date(year, month, 1) if month <= 12 else date(year + 1, 1, 1)  # noqa: PLR2004 - December
