"""The survey of the demonstration: its forms, what each unit reported month by month, and what was asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import YEAR, last_day_of

DOC = "国统制〔2022〕150号（演示）"
SEASON = (100, 110, 103, 100, 106, 100, 104, 106, 100, 108, 101, 100)
"""Passengers of the months in hundredths of the usual."""
RISE, FADING = 170, 135
"""The same where something real happened, and in the month after."""
SLIP = 10
"""By how much a unit was wrong that mistook the unit of measure."""
EXPLAINED = {(3, 2): "visited", (5, 7): "explained", (8, 20): "explained", (9, 38): "visited"}
"""Month and unit of a rise that was real, and how it was found to be so."""
CORRECTED = {(4, 15): "corrected", (7, 11): "corrected", (10, 26): "corrected"}
ASKED = {(12, 3): "asked"}
DECEMBER = 12


@dataclass(frozen=True)
class Form:
    """One form with its items: code, name, unit of measure."""

    number: str
    name: str
    survey: str
    items: tuple[tuple[str, str, str], ...]

    @property
    def version(self) -> str:
        """Number of the version in use."""
        return f"{self.number}-{YEAR}"


FORMS = (
    Form(
        "交企客1",
        "公路客运企业月报",
        "passenger",
        (
            ("K1", "客运量", "人"),
            ("K2", "旅客周转量", "人公里"),
            ("K3", "班车客运量", "人"),
            ("K4", "包车客运量", "人"),
            ("K5", "期末客运车辆", "辆"),
            ("K6", "营业收入", "千元"),
        ),
    ),
    Form(
        "交企城1",
        "城市公共汽电车企业月报",
        "bus",
        (
            ("B1", "期末运营车辆", "辆"),
            ("B2", "客运量", "人"),
            ("B3", "行驶里程", "公里"),
            ("B4", "运营线路", "条"),
        ),
    ),
)
MONTHS = tuple(last_day_of(f"{YEAR}-{month:02d}") for month in range(1, DECEMBER + 1))


@dataclass(frozen=True)
class Case:
    """One return and what happened with it.

    ``story``: plain, late, proxy, sent_back, missing, explained, visited, corrected or asked.
    """

    place: int
    unit_no: str
    operator: str
    area: str
    form: Form
    month: date
    story: str

    @property
    def task_no(self) -> str:
        """The number that the book gives to the month's task."""
        return task_no(self.form, self.month)

    @property
    def return_no(self) -> str:
        """The number that the book gives to the return."""
        return f"{self.task_no}/{self.unit_no}"

    @property
    def first_filed_on(self) -> date:
        """Within eight days of the month's end, or some days after."""
        first = later(self.month, 1)
        if self.story == "late":
            return later(first + timedelta(days=12), 0)
        return later(first, Random(self.return_no).randrange(2))  # noqa: S311 - reproducible, not secret

    @property
    def sent_back_on(self) -> date | None:
        """The day on which it was returned for correction."""
        return later(self.first_filed_on, 1) if self.story in {"sent_back", "corrected"} else None

    @property
    def filed_on(self) -> date:
        """The day of the report that stands."""
        return later(self.first_filed_on, 3) if self.sent_back_on else self.first_filed_on


def task_no(form: Form, month: date) -> str:
    """The number that the book gives to a month's task."""
    return f"{form.version}/{month:%Y%m}"


@cache
def cases(centre: Centre) -> tuple[Case, ...]:
    """Every return that was owed in the year, in the order of months and units."""
    chance = centre.random("monthly_return")
    units = list(enumerate(centre.rows("reporting_unit")))
    return tuple(
        _case(place, unit, month, _story(chance, month, place))
        for month in MONTHS
        for place, unit in units
        if _listed(unit, month)
    )


def values(centre: Centre, case: Case) -> Iterator[tuple[str, int]]:
    """What the unit reports in the end, item by item."""
    held, riders = vehicles(centre, case), riders_of(centre, case)
    distance = _usual(centre, case).randrange(38, 95)
    if case.form.survey == "passenger":
        charter = riders * (distance % 9 + 3) // 100
        yield from (("K1", riders), ("K2", riders * distance), ("K3", riders - charter), ("K4", charter))
        yield from (("K5", held), ("K6", riders * distance // 3200))
    else:
        yield from (("B1", held), ("B2", riders), ("B3", held * 4600), ("B4", max(1, held // 5)))


def riders_of(centre: Centre, case: Case) -> int:
    """The passengers that a return reports in the end."""
    each = 220 + _usual(centre, case).randrange(260)
    return vehicles(centre, case) * each * SEASON[case.month.month - 1] * _share(case) // 10_000


def month_before(case: Case) -> Case:
    """The same unit a month earlier, with what happened then."""
    month = case.month.replace(day=1) - timedelta(days=1)
    story = EXPLAINED.get((month.month, case.place), "plain")
    return _case(
        case.place,
        {"unit_no": case.unit_no, "operator": case.operator, "area": case.area, "survey": case.form.survey},
        month,
        story,
    )


def vehicles(centre: Centre, case: Case) -> int:
    """How many vehicles of its trade the operator had at the month's end."""
    return sum(
        row["registered_on"] <= case.month and (row["ended_on"] is None or row["ended_on"] > case.month)
        for row in _fleets(centre)[case.operator]
        if row["sector"] == case.form.survey
    )


@cache
def _fleets(centre: Centre) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in centre.rows("vehicle"):
        found[row["operator"]].append(row)
    return found


def _case(place: int, unit: Row, month: date, story: str) -> Case:
    form = next(form for form in FORMS if form.survey == unit["survey"])
    return Case(place, unit["unit_no"], unit["operator"], unit["area"], form, month, story)


def _listed(unit: Row, month: date) -> bool:
    if unit["listed_on"] is None or unit["listed_on"] > month:
        return False
    return unit["gone_on"] is None or bool(unit["gone_on"] > month)


def _story(chance: Random, month: date, place: int) -> str:
    """Mostly nothing happened; now and then a number was asked about."""
    draw = chance.random()
    told = (EXPLAINED | CORRECTED | ASKED).get((month.month, place))
    if told:
        return told
    if month.month == DECEMBER:
        return "missing" if draw < 0.06 else "plain"  # noqa: PLR2004 - still under way
    shares = (("missing", 0.006), ("late", 0.04), ("proxy", 0.09), ("sent_back", 0.13))
    return next((story for story, below in shares if draw < below), "plain")


def _share(case: Case) -> int:
    """In hundredths of the season: a rise that is real, and its fading in the month after."""
    if case.story in {"explained", "visited", "asked"}:
        return RISE
    return FADING if (case.month.month - 1, case.place) in EXPLAINED else 100


def _usual(centre: Centre, case: Case) -> Random:
    """What is always the same of a unit."""
    return Random(f"{centre.seed}/{case.unit_no}")  # noqa: S311 - reproducible, not secret
