"""The assessment of 2022 as the demonstration tells it: each operator's marks at three levels, drawn once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from yunguan.demo.books.credit_item import BASE
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import YEAR

ASSESSED = YEAR - 1
OPENED = date(YEAR, 2, 20)
NOTICED, NOTICE_TO, PUBLISHED = date(YEAR, 5, 22), date(YEAR, 6, 5), date(YEAR, 6, 19)
COUNTS = {
    "passenger": 60,
    "dangerous": 35,
    "station": 31,
    "taxi": 28,
    "freight": 40,
    "maintenance": 30,
    "driver_training": 40,
}
"""Most operators of a trade that are assessed; all where there are fewer."""
BANDS = {"AAA": (855, 975), "AA": (705, 845), "A": (605, 695), "B": (520, 595)}
"""Totals of the centre by grade."""
LATE_SELF, LATE_COUNTY, NO_SELF = 0.08, 0.05, 0.03
ACKNOWLEDGED = 0.85
REASONS = (
    ("发生一般责任事故", "责任事故统计漏报"),
    ("安全培训记录不全", "隐患整改未按期闭环"),
    ("有经营违章记录", "超范围经营被查处"),
    ("投诉处理超期", "有效投诉较上年增加"),
    ("服务设施缺损", "服务公示内容不全"),
    ("应急保障任务响应不及时", "未按要求参加应急演练"),
    ("社保缴纳有缺口", "节能减排目标未完成"),
    ("信誉档案缺失", "动态监控处置记录不全"),
)
"""Why marks were taken off, item by item."""
UNFINISHED = {"maintenance": ("self_scored", "self_scored", "county_reviewed", "county_reviewed", "county_reviewed")}
"""The last of a trade, whose assessment was still open at the year's end, long overdue."""


@dataclass(frozen=True)
class Marked:
    """One operator's assessment: marks by item at each level (None where it did not mark itself), and its days."""

    owner: Row
    own: tuple[Decimal, ...] | None
    county: tuple[Decimal, ...]
    centre: tuple[Decimal, ...]
    self_on: date | None
    county_on: date
    centre_on: date
    acknowledged_on: date | None
    reasons: tuple[str | None, ...]
    state: str

    @property
    def number(self) -> str:
        """The number of the rating."""
        return f"{ASSESSED}-{self.owner['uscc']}"


@cache
def assessments(centre: Centre) -> tuple[Marked, ...]:
    """Every assessment of the year, trade by trade."""
    chance = centre.random("credit_rating")
    return tuple(each for sector, most in COUNTS.items() for each in _of_trade(chance, centre, sector, most))


def _of_trade(chance: Random, centre: Centre, sector: str, most: int) -> Iterator[Marked]:
    owners = _owners(centre, sector, most)
    left = UNFINISHED.get(sector, ())
    for number, owner in enumerate(owners, start=len(left) - len(owners)):
        yield _marked(chance, owner, left[number] if number >= 0 and left else "")


def _owners(centre: Centre, sector: str, most: int) -> list[Row]:
    """The companies of a trade that worked in the year assessed and bear a grade."""
    able = [row for row in operating(centre, sector) if row["credit_grade"] and row["opened_on"].year < ASSESSED]
    return able[:most]


def _marked(chance: Random, owner: Row, unfinished: str) -> Marked:
    total = chance.randint(*BANDS[owner["credit_grade"]])
    centre = _spread(chance, total)
    raised = [min(points + chance.choice((0, 0, 0, 5, 10)), Decimal(full)) for points, full in _with_full(centre)]
    own = [min(points + chance.choice((0, 0, 5, 10, 15)), Decimal(full)) for points, full in _with_full(raised)]
    silent = not unfinished and chance.random() < NO_SELF
    county = list(centre) if silent else raised
    told = _acknowledged(chance)
    below = [points < full for points, full in _with_full(centre)]
    return Marked(
        owner,
        None if silent else tuple(own),
        tuple(county),
        tuple(centre),
        None if silent else _day(chance, date(YEAR, 3, 1), date(YEAR, 3, 31), LATE_SELF),
        _day(chance, date(YEAR, 4, 10), date(YEAR, 4, 28), LATE_COUNTY),
        _day(chance, date(YEAR, 5, 8), date(YEAR, 5, 19), 0),
        told,
        tuple(chance.choice(REASONS[place]) if each else None for place, each in enumerate(below)),
        unfinished or ("acknowledged" if told else "published"),
    )


def _acknowledged(chance: Random) -> date | None:
    if chance.random() > ACKNOWLEDGED:
        return None
    return chance.choice(working_days(date(YEAR, 6, 20), date(YEAR, 9, 28)))


def _day(chance: Random, first: date, last: date, late: float) -> date:
    """A working day of the usual weeks; the late ones come in the days after."""
    if chance.random() < late:
        return chance.choice(working_days(date(YEAR, last.month + 1, 3), date(YEAR, last.month + 1, 8)))
    return chance.choice(working_days(first, last))


def _spread(chance: Random, total: int) -> list[Decimal]:
    """A total over the items: what is lost is taken off here and there, five marks at a time."""
    points = [full for _, _, full in BASE]
    lost = sum(points) - total
    while lost > 0:
        place = chance.randrange(len(points))
        step = min(5, lost, points[place])
        points[place] -= step
        lost -= step
    return [Decimal(each) for each in points]


def _with_full(points: list[Decimal]) -> list[tuple[Decimal, int]]:
    return [(each, full) for each, (_, _, full) in zip(points, BASE, strict=True)]
