"""包车备案台账: charter trips of the year, each on a plate that was handed out for it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import LAST_DAY, YEAR

EVERY = 60
"""Of so many charter plates handed out one is told here with its trip: a sample, not the whole year."""
LONGEST, ALONE = 15, 4
WITHDRAWN, RETURNED = 0.02, 0.02
PLACES = {
    "4": (("广州", 520), ("桂林", 340), ("南昌", 470), ("深圳", 640)),
    "3": (("长沙", 190), ("张家界", 420), ("郴州", 155), ("韶山", 150)),
    "2": (("耒阳", 62), ("南岳", 52), ("常宁", 68), ("祁东", 58)),
    "1": (("县城", 24), ("景区", 31)),
}
CUSTOMERS = ("某旅行社", "某学校", "某制造企业", "某单位工会", "务工人员团组")
SPEED = 80


def rows(centre: Centre) -> list[Row]:
    """One row a trip, in the order of departure."""
    maker = _Maker(centre)
    plates = [row for row in centre.rows("plate") if row["plate_kind"] == "charter" and row["state"] not in FALLEN]
    found = [row for plate in plates[::EVERY] if (row := maker.trip(plate)) is not None]
    found.sort(key=lambda row: (row["depart_on"], row["plate"]))
    _number(found)
    return found


FALLEN = {"void", "lost"}


class _Maker:
    """Draws a trip for a plate: its own coach, a driver of the same carrier who is free."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("charter_filing")
        self.drivers: dict[str, list[Row]] = defaultdict(list)
        for person in centre.rows("practitioner"):
            if person["category"] == "01001" and person["state"] == "valid":
                self.drivers[person["operator"]].append(person)
        self.seats = {row["plate"]: row["seats"] for row in centre.rows("vehicle")}
        self.busy: dict[str, list[tuple[date, date]]] = defaultdict(list)

    def trip(self, plate: Row) -> Row | None:
        """The trip of a plate; None where no driver or coach of the carrier was free on those days."""
        depart = plate["issued_on"] + timedelta(days=1)
        back = plate["returned_on"] or depart + timedelta(days=self.random.randint(0, 4))
        days = min(max((back - depart).days, 1), LONGEST, self.random.choice((1, 1, 2, 3, 5)))
        back = depart + timedelta(days=days - 1)
        place, km = self.random.choice(PLACES[plate["level"]])
        hours = (Decimal(km) / SPEED).quantize(Decimal("0.1"))
        crew = self._crew(plate, depart, back, 2 if hours > ALONE else 1)
        if crew is None:
            return None
        row = {
            "operator": plate["operator"],
            "operator__name": plate["operator__name"],
            "vehicle_plate": plate["vehicle_plate"],
            "plate": plate["serial"],
            "level": plate["level"],
            "driver_name": crew[0]["name"],
            "driver_id": crew[0]["identity_number"],
            "second_driver_id": crew[1]["identity_number"] if len(crew) > 1 else None,
            "customer": self.random.choice(CUSTOMERS),
            "passengers": max(self.seats[plate["vehicle_plate"]] - self.random.randrange(1, 6), 1),
            "origin": "衡阳",
            "destination": place,
            "length_km": Decimal(km),
            "driving_hours": hours,
            "depart_on": depart,
            "return_on": back,
            "submitted_on": plate["issued_on"],
            "area": plate["area"],
        }
        return row | self._fate(depart, back)

    def _crew(self, plate: Row, depart: date, back: date, count: int) -> list[Row] | None:
        if not self._free(plate["vehicle_plate"], depart, back):
            return None
        able = [
            each
            for each in self.drivers[plate["operator"]]
            if each["issued_on"] <= depart
            and each["valid_to"] >= back
            and self._free(each["identity_number"], depart, back)
        ]
        if len(able) < count:
            return None
        for key in (plate["vehicle_plate"], *(each["identity_number"] for each in able[:count])):
            self.busy[key].append((depart, back))
        return able[:count]

    def _free(self, who: str, depart: date, back: date) -> bool:
        return all(back < first or last < depart for first, last in self.busy[who])

    def _fate(self, depart: date, back: date) -> Row:
        """Filed and over; a few sent back for what was missing or given up; those of the last days still run."""
        draw, asked = self.random.random(), depart - timedelta(days=1)
        if draw < WITHDRAWN:
            return {"withdrawn_on": asked, "state": "withdrawn"}
        if draw < WITHDRAWN + RETURNED:
            return {"returned_on": asked, "returned_for": _missing(self.random), "state": "returned"}
        filed = {"filed_on": asked}
        return filed | ({"state": "filed"} if back >= LAST_DAY else {"ended_on": _after(back), "state": "ended"})


def _after(back: date) -> date:
    return min(later(back, 0), LAST_DAY) if later(back, 0) > back else back + timedelta(days=1)


def _missing(chance: Random) -> str:
    return chance.choice(("包车合同未盖章。", "途经地填写不全，请补充。", "乘客人数与合同不符，请核对。"))


def _number(trips: list[Row]) -> None:
    """Contracts in the order of departure, filings in the order in which they were filed."""
    for number, row in enumerate(trips, start=1):
        row["contract_no"] = f"包合{YEAR}{number:05d}"
    filed = sorted((row for row in trips if "filed_on" in row), key=lambda row: (row["filed_on"], row["contract_no"]))
    for number, row in enumerate(filed, start=1):
        row["filing_no"] = f"衡包备〔{YEAR}〕{number:06d}号"
