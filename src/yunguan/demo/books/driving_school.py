"""驾校备案台账: the schools of city and counties, filed since the licence became a filing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.schools import companies, running, shares
from yunguan.demo.targets import YEAR, aim

FIRST_WAVE = working_days(date(YEAR - 1, 11, 7), date(YEAR - 1, 12, 28))
LATER_ONES = working_days(date(YEAR, 1, 9), date(YEAR, 10, 20))
IN_FIRST_WAVE = 0.8
HEAVY_COUNTY = "430482"
FIRST_CLASS, SECOND_CLASS = 80, 40
PROCEEDINGS = ("draft", "submitted", "checking", "supplement", "declined", "submitted")
"""How far the schools founded in autumn had come by the year's end."""
CHANGES = ("增加培训车型 C5。", "经营地址变更，新址与原址同区。")
MISSING = "教练场地使用权证明（租赁合同缺出租方签章）；教学车辆清单（未提交）。"


def rows(centre: Centre) -> list[Row]:
    """One row a school, in the order in which they handed in their papers."""
    maker = _Maker(centre)
    made = [*maker.in_force(), *maker.stopped(), *maker.proceeding()]
    _number(made)
    return sorted(made, key=lambda row: (row["submitted_on"] or date(YEAR, 12, 31), row["operator"]))


class _Maker:
    """Draws one school after another."""

    def __init__(self, centre: Centre) -> None:
        self.centre = centre
        self.random = centre.random("driving_school")
        self.running = running(centre)
        self.moving = [row for row in companies(centre) if row not in self.running]

    def in_force(self) -> Iterator[Row]:
        """The schools that the report counts: two teach large vehicles, one is a commercial training ground."""
        urban = [row for row in self.running if row["area"] in URBAN and row["filing_required"]]
        fleets = dict(zip((row["uscc"] for row in urban), self._fleets(len(urban)), strict=True))
        heavy = {urban[0]["uscc"], next(row["uscc"] for row in self.running if row["area"] == HEAVY_COUNTY)}
        changing = [row["uscc"] for row in urban[5:7]]
        for owner in self.running:
            commercial = owner["area"] in URBAN and not owner["filing_required"]
            fleet = 0 if commercial else fleets.get(owner["uscc"]) or self.random.randint(20, 46)
            row = self._filed(owner, fleet, heavy=owner["uscc"] in heavy, commercial=commercial)
            if owner["uscc"] in changing:
                row |= self._change(changing.index(owner["uscc"]))
            yield row

    def stopped(self) -> Iterator[Row]:
        """Filed in the first wave, paused or ended in the year."""
        for owner in (row for row in self.moving if row["state"] != "operating"):
            row = self._filed(owner, 20, heavy=False, commercial=False, early=True)
            if owner["state"] == "suspended":
                yield row | {"suspended_on": owner["suspended_on"], "state": "suspended"}
            else:
                told = owner["cancelled_on"] - timedelta(days=self.random.randint(31, 45))
                end = {"end_notified_on": told, "learners_settled": True, "ended_on": owner["cancelled_on"]}
                yield row | end | {"state": "ended"}

    def proceeding(self) -> Iterator[Row]:
        """Founded in autumn: at the year's end not yet filed."""
        founded = [row for row in self.moving if row["state"] == "operating"]
        for owner, state in zip(founded, PROCEEDINGS, strict=True):
            row = self._school(owner, 22, heavy=False, commercial=False) | {"state": state}
            handed_in = date(YEAR, 12, 4) if state == "declined" else date(YEAR, 12, 26)
            row["submitted_on"] = None if state == "draft" else handed_in
            if state in {"checking", "supplement", "declined"}:
                row["checked_on"] = later(handed_in, 1)
            if state in {"supplement", "declined"}:
                row |= {"supplement_asked_on": later(handed_in, 2), "missing_items": MISSING}
            if state == "declined":
                row["declined_on"] = date(YEAR, 12, 22)
            yield row

    def _fleets(self, count: int) -> list[int]:
        weights = [int(100 * self.random.paretovariate(2.2)) for _ in range(count)]
        return shares(aim("training.vehicles"), weights, least=20)

    def _filed(self, owner: Row, fleet: int, *, heavy: bool, commercial: bool, early: bool = False) -> Row:
        days = FIRST_WAVE if early or self.random.random() < IN_FIRST_WAVE else LATER_ONES
        submitted = self.random.choice(days)
        checked = later(submitted, 1)
        filed = {
            "submitted_on": submitted,
            "checked_on": checked,
            "filed_on": later(checked, self.random.randint(0, 3)),
        }
        return self._school(owner, fleet, heavy=heavy, commercial=commercial) | filed | {"state": "filed"}

    def _change(self, number: int) -> Row:
        asked = date(YEAR, 12, 27 + number)
        return {"change_asked_on": asked, "change_items": CHANGES[number], "state": "changing"}

    def _school(self, owner: Row, fleet: int, *, heavy: bool, commercial: bool) -> Row:
        grade = "1" if fleet >= FIRST_CLASS else "2" if fleet >= SECOND_CLASS else "3"
        classes = ["A1", "A2", "A3", "B1", "B2"] if heavy else []
        return {
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "kind": "commercial" if commercial else "school",
            "grade": None if commercial else grade,
            "classes": "、".join([*classes, "C1", "C2", *(["D", "E"] if fleet >= SECOND_CLASS else [])]),
            "professional": heavy,
            "fleet": fleet,
            "simulators": fleet // 10,
            "classrooms": 1 + fleet // 30,
            "contact": owner["manager"],
            "contact_mobile": owner["mobile"],
            "in_work_group": owner["area"] in URBAN,
            **dict.fromkeys(("submitted_on", "checked_on", "filed_on", "filing_no")),
            "area": owner["area"],
        }


def _number(schools: list[Row]) -> None:
    """A series of each year without gaps, in the order of filing."""
    serial: dict[int, int] = {}
    filed = [row for row in schools if row["filed_on"]]
    for row in sorted(filed, key=lambda row: (row["filed_on"], row["operator"])):
        year = row["filed_on"].year
        serial[year] = serial.get(year, 0) + 1
        row["filing_no"] = f"衡道运驾备〔{year}〕{serial[year]:04d}号"
