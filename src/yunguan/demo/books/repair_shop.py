"""维修经营者备案台账: the repair shops of the demonstration, most of them filed in the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import YEAR, aim
from yunguan.registers.maintenance.trades import TRADES

BAND = range(920, 922)
FIRST_DAY, LAST_DAY_OF_FILING = date(YEAR, 1, 9), date(YEAR, 11, 20)
OLDER, SECOND_SITES = 6, 19
UNFINISHED = {"submitted": 5, "supplement": 3, "draft": 2, "declined": 1}
OVERDUE = 2
"""Handed in too early in December to be still in time at the year's end."""
WAITING_SINCE = {
    "submitted": (date(YEAR, 12, 26), date(YEAR, 12, 29)),
    "overdue": (date(YEAR, 12, 7), date(YEAR, 12, 13)),
}
CHANGING, CANCELLED = 3, 4
CLASSES = {"041": 2, "042": 7, "043": 8}
MISSING = (
    "缺停车场地使用权证明，请补交。",
    "设备清单中的尾气分析仪没有检定证书，请补交。",
    "质量检验员证明不全，请补齐后一并提交。",
)
CHANGES = ("经营场所增加钣喷车间。", "技术负责人变更。", "增加空调维修项目。")
SITE_WORDS = ("二店", "东站分店", "开发区分店")


def rows(centre: Centre) -> list[Row]:
    """One row a shop, in the order of filing and then of application."""
    maker = _Maker(centre)
    made = [*maker.filed_ones(), *maker.unfinished_ones()]
    _number(made)
    return sorted(made, key=lambda row: (row["submitted_on"] or date(YEAR, 12, 31), row["operator"], row["site"]))


class _Maker:
    """Draws one filing after another; each operator has one shop, some a second one."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("repair_shop")
        self.people = People(self.random, BAND)
        owners = operating(centre, "maintenance")
        self.random.shuffle(owners)
        waiting = sum(UNFINISHED.values()) + OVERDUE
        self.waiting, self.owners = owners[:waiting], owners[waiting:]

    def filed_ones(self) -> Iterator[Row]:
        days = working_days(FIRST_DAY, LAST_DAY_OF_FILING)
        main = aim("maintenance.shops_filed") - SECOND_SITES
        older, now = self.owners[:OLDER], self.owners[OLDER:]
        spare = main - len(now)
        sites = [(owner, 0) for owner in now] + [(owner, 1) for owner in now[: SECOND_SITES + spare]]
        for number, (owner, extra) in enumerate(sites):
            row = self._filed(owner, self.random.choice(days), extra)
            yield row | self._afterwards(row, number)
        for owner in older:
            yield self._filed(owner, self.random.choice(working_days(date(YEAR - 1, 10, 10), date(YEAR - 1, 12, 20))))

    def unfinished_ones(self) -> Iterator[Row]:
        states = [state for state, count in UNFINISHED.items() for _ in range(count)]
        for owner, state in zip(self.waiting, [*states, *["overdue"] * OVERDUE], strict=True):
            yield self._waiting(owner, state)

    def _filed(self, owner: Row, submitted: date, extra: int = 0) -> Row:
        row = self._shop(owner, extra) | {"submitted_on": submitted}
        if self.random.random() < 0.2:  # noqa: PLR2004 - one in five is told what is missing
            asked = later(submitted, self.random.randint(1, 4))
            submitted = later(asked, self.random.randint(3, 12))
            row |= {"supplement_asked_on": asked, "missing_items": self.random.choice(MISSING)}
        filed = later(submitted, self.random.randint(1, 5))
        return row | {"filed_on": filed, "state": "filed"}

    def _afterwards(self, row: Row, number: int) -> Row:
        """A few are changed or given up after they were filed."""
        days = [day for day in working_days(row["filed_on"], date(YEAR, 12, 29))[5:] if day.month > 3]  # noqa: PLR2004
        if number % 12 or not days:
            return {}
        turn = number // 12
        day = self.random.choice(days)
        if turn < CHANGING:
            return {"state": "changing", "change_submitted_on": date(YEAR, 12, 28), "change_items": CHANGES[turn]}
        if turn < CHANGING + CANCELLED:
            return {"state": "cancelled", "cancelled_on": day}
        words = self.random.choice(CHANGES)
        return {"change_submitted_on": day, "change_items": words, "changed_on": later(day, 2)}

    def _waiting(self, owner: Row, state: str) -> Row:
        row = self._shop(owner, 0) | {"state": "submitted" if state == "overdue" else state}
        if state == "draft":
            return row
        submitted = self._submitted(state)
        row |= {"submitted_on": submitted}
        if state == "supplement":
            asked = {"supplement_asked_on": later(submitted, 2), "missing_items": self.random.choice(MISSING)}
            return row | asked | {"equipment_listed": False}
        if state == "declined":
            return row | {"declined_on": later(submitted, 4), "environment_kept": False}
        return row

    def _submitted(self, state: str) -> date:
        first, last = WAITING_SINCE.get(state, (date(YEAR, 10, 9), date(YEAR, 12, 15)))
        return self.random.choice(working_days(first, last))

    def _shop(self, owner: Row, extra: int) -> Row:
        shop_class = self.random.choices(list(CLASSES), list(CLASSES.values()))[0]
        known = [code for code in TRADES if code.startswith(shop_class)]
        count = self.random.randint(1, min(len(known), 4))
        large = {"041": 1000, "042": 300, "043": 60}[shop_class]
        return {
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "site": owner["address"] + (self.random.choice(SITE_WORDS) if extra else ""),
            "shop_class": shop_class,
            "trades": "、".join(sorted(self.random.sample(known, count))),
            "shop_area": large + self.random.randrange(0, large),
            "parking_area": large // 4 + self.random.randrange(0, large // 2),
            "technical_leads": self.random.randint(1, 2),
            "inspectors": self.random.randint(1, 3),
            "mechanics": self.random.randint(3, 24),
            "contact": self.people.name(female=False),
            "mobile": owner["mobile"],
            "site_right": True,
            "equipment_listed": True,
            "rules_kept": True,
            "environment_kept": True,
            "emergency_plan": True,
            "record_code": f"4304{self.random.randrange(10**6):06d}" if shop_class != "043" else None,
            "area": owner["area"],
        }


def _number(shops: list[Row]) -> None:
    """A series a year, without gaps, in the order of filing."""
    by_year: dict[int, list[Row]] = defaultdict(list)
    for row in sorted(shops, key=lambda row: (row.get("filed_on") or date.max, row["operator"], row["site"])):
        row.setdefault("submitted_on", None)
        if row.get("filed_on"):
            by_year[row["filed_on"].year].append(row)
    for year, filed in by_year.items():
        for number, row in enumerate(filed, start=1):
            row["filing_no"] = f"衡维备〔{year}〕{number:04d}号"
