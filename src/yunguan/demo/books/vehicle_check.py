"""营运车辆实车核查台账: new vehicles and yearly reviews that the checkers of the demonstration looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.core.codes import vin
from yunguan.demo.books.operator import operating
from yunguan.demo.books.vehicle import BRANDS, VIN_CHARACTERS
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import LAST_DAY, YEAR, aim, targets

BAND = range(922, 923)
COUNTED_TO = targets()["maintenance.vehicles_checked"].as_of
COACHES_LOOKED_AT = 32
"""Coaches looked at in the yearly review to the end of November; they stand in the figure of the grades."""
IN_DECEMBER = {"dangerous": 9, "passenger": 4, "new": 52}
NEW_SECTORS = {"dangerous", "freight", "passenger", "bus", "taxi", "rental"}
STATIONS = ("岫江机动车检测有限公司", "雁屿机动车综合性能检测站", "砚山汽车检测服务有限公司", "荻洲机动车检测中心")
FAILED_FIRST, REJECTED, WITHDRAWN = 0.085, 0.006, 0.006
WAITING = 4
"""Taken in during the last days and not yet looked at."""
CHECKERS = 4


def rows(centre: Centre) -> list[Row]:
    """One row a check, numbered in the order of acceptance."""
    maker = _Maker(centre)
    made = sorted(
        [*maker.reviews(), *maker.new_ones(), *maker.waiting_ones()], key=lambda row: (row["accepted_on"], row["vin"])
    )
    for number, row in enumerate(made, start=1):
        row["check_no"] = f"HC{YEAR}-{number:04d}"
    passed = sorted((row for row in made if row["passed_on"]), key=lambda row: (row["passed_on"], row["check_no"]))
    for number, row in enumerate(passed, start=1):
        row["certificate_no"] = f"衡车核〔{YEAR}〕{number:04d}号"
    return made


class _Maker:
    """Draws one check after another; a vehicle of the register is looked at once."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("vehicle_check")
        people = People(self.random, BAND)
        self.checkers = [people.name(female=number == 0) for number in range(CHECKERS)]
        self.vehicles = [row for row in centre.rows("vehicle") if row["state"] == "operating"]
        self.owners = operating(centre, "freight", "dangerous", "passenger")
        self.dangerous = self._older("dangerous")
        self.random.shuffle(self.dangerous)
        self._strangers = 0

    def reviews(self) -> Iterator[Row]:
        """The yearly review: every vehicle for dangerous goods that there was, and some coaches."""
        late = self.dangerous[: IN_DECEMBER["dangerous"]]
        for vehicle in self.dangerous:
            yield self._check(vehicle, "annual", self._day(december=vehicle in late))
        coaches = self.random.sample(self._older("passenger"), COACHES_LOOKED_AT + IN_DECEMBER["passenger"])
        for number, vehicle in enumerate(coaches):
            yield self._check(vehicle, "annual", self._day(december=number >= COACHES_LOOKED_AT))

    def new_ones(self) -> Iterator[Row]:
        """Vehicles that came into the register in the year, and others that asked to."""
        wanted = aim("maintenance.vehicles_checked") - (len(self.dangerous) - IN_DECEMBER["dangerous"])
        came = [row for row in self.vehicles if row["sector"] in NEW_SECTORS and row["registered_on"].year == YEAR]
        known = [(row, self._before(row["registered_on"])) for row in came]
        early = [(row, day) for row, day in known if later(day, 0) <= COUNTED_TO][:wanted]
        for row, day in early:
            yield self._check(row | {"plate": None}, "new", day, admitted=True)
        for number in range(wanted - len(early) + IN_DECEMBER["new"]):
            yield self._check(self._stranger(), "new", self._day(december=number >= wanted - len(early)))

    def waiting_ones(self) -> Iterator[Row]:
        """Vehicles that were taken in and not yet looked at."""
        unseen = dict.fromkeys(("checker", "second_checker", "vin_seen", "checked_on", "passed_on", "valid_to"))
        for _ in range(WAITING):
            waiting = self._check(self._stranger(), "new", date(YEAR, 12, 28))
            yield waiting | unseen | dict.fromkeys(("failed_on", "archived_on")) | {"failures": 0, "state": "accepted"}

    def _older(self, sector: str) -> list[Row]:
        return [row for row in self.vehicles if row["sector"] == sector and row["registered_on"].year < YEAR]

    def _day(self, *, december: bool) -> date:
        first, last = (COUNTED_TO + timedelta(days=1), date(YEAR, 12, 28)) if december else self._counted
        return self.random.choice(working_days(first, last))

    _counted = (date(YEAR, 1, 4), COUNTED_TO - timedelta(days=2))

    def _before(self, registered: date) -> date:
        """Looked at a few days before the vehicle was registered."""
        first = max(date(YEAR, 1, 3), registered - timedelta(days=20))
        days = working_days(first, registered)
        return self.random.choice(days[: max(len(days) - 2, 1)]) if days else later(registered, 0)

    def _stranger(self) -> Row:
        """A vehicle that is not in the register (or not yet)."""
        owner = self.random.choice(self.owners)
        self._strangers += 1
        body = "".join(self.random.choice(VIN_CHARACTERS) for _ in range(5))
        tail = f"PZ{self._strangers:06d}"
        digit = vin.check_digit(f"L0X{body}0{tail}")
        return {
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "sector": owner["sector"],
            "plate": None,
            "vin": f"L0X{body}{digit}{tail}",
            "brand": f"{self.random.choice(BRANDS)}XL{self.random.randrange(1000, 9999)}",
            "area": owner["area"],
        }

    def _check(self, vehicle: Row, kind: str, day: date, *, admitted: bool = False) -> Row:
        checker, second = self.random.sample(self.checkers, 2)
        accepted = working_days(date(YEAR - 1, 12, 20), day)[-self.random.randint(1, 3)]
        return {
            "check_kind": kind,
            **{name: vehicle[name] for name in ("operator", "operator__name", "sector", "plate", "vin", "brand")},
            "vin_seen": vehicle["vin"],
            "gross_mass_kg": self.random.choice((9500, 18000, 25000, 31000))
            if vehicle["sector"] == "freight"
            else None,
            "accepted_on": accepted,
            "station": self.random.choice(STATIONS),
            "report_no": f"JC{YEAR}{self.random.randrange(10**7):07d}",
            "report_on": accepted - timedelta(days=self.random.randint(1, 25)),
            "checker": checker,
            "second_checker": second,
            "checked_on": day,
            "failures": 0,
            "area": vehicle["area"],
        } | self._result(day, admitted=admitted)

    def _result(self, day: date, *, admitted: bool) -> Row:
        ends = dict.fromkeys(("failed_on", "passed_on", "valid_to", "rejected_on", "withdrawn_on", "archived_on"))
        draw = self.random.random()
        if not admitted and draw < REJECTED + WITHDRAWN:
            last = later(day, self.random.randint(5, 12))
            gone = "rejected" if draw < REJECTED else "withdrawn"
            if last <= LAST_DAY:
                return ends | {"failed_on": day, "failures": 1, "state": gone, f"{gone}_on": last}
        if draw > 1 - FAILED_FIRST:
            return ends | self._repaired(day, admitted=admitted)
        return ends | self._passed(day)

    def _repaired(self, day: date, *, admitted: bool) -> Row:
        """Most are put right within days; a few still wait at the year's end, some of them too long."""
        again = later(day, self.random.randint(1, 14))
        failed: Row = {"failed_on": day, "failures": 1}
        if not admitted and (again > LAST_DAY or self.random.random() < 0.25):  # noqa: PLR2004 - the slow ones
            return failed | {"state": "failed"}
        return failed | self._passed(min(again, later(date(YEAR, 12, 29), 0)))

    def _passed(self, day: date) -> Row:
        passed: Row = {"passed_on": day, "valid_to": day + timedelta(days=364), "state": "passed"}
        archived = later(day, 20)
        return passed | ({"archived_on": archived, "state": "archived"} if archived <= LAST_DAY else {})
