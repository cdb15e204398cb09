"""排放超标车辆闭环台账: vehicles that failed the emission test, from the first report to the one that passes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.targets import LAST_DAY, YEAR

CASES, BEFORE = 236, 14
"""Cases of the year, and of the last weeks of the year before."""
LOOP = 30
OPEN = {"failed": 9, "in_repair": 7, "repaired": 4}
OVERDUE = {"failed": 3, "in_repair": 2, "repaired": 0}
ENDED, TWICE = 5, 16
STATIONS = ("岫江机动车检测有限公司", "雁屿机动车综合性能检测站", "砚山汽车检测服务有限公司", "荻洲机动车检测中心")
DIESEL = "2"
PETROL = ("two_speed_idle", "transient", "steady")
FINDINGS = {
    "petrol": (("一氧化碳", "1.32 %", "0.8 %"), ("碳氢化合物", "214 ppm", "150 ppm"), ("过量空气系数", "1.09", "1.05")),
    "diesel": (("光吸收系数", "1.86 m⁻¹", "1.2 m⁻¹"), ("氮氧化物", "1720 ppm", "1500 ppm")),
}
CODES = ("P0420", "P0171", "P2463", "P0401")


def rows(centre: Centre) -> list[Row]:
    """One row a case, numbered by the stations' reports, in the order of the tests."""
    made = sorted(_Maker(centre).all(), key=lambda row: (row["tested_on"], row["vin"]))
    for number, row in enumerate(made, start=1):
        row["case_no"] = f"HJ{row['tested_on']:%Y%m%d}{number:05d}"
        if row["retest_no"]:
            row["retest_no"] = f"HJ{row['retest_no']}{number:05d}"
    return made


class _Maker:
    """Draws one case after another; a vehicle fails once."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("emission_case")
        stations = centre.rows("m_station")
        self.stations = [row for row in stations if row["state"] == "running"]
        vehicles = [row for row in centre.rows("vehicle") if row["fuel"] in {"1", DIESEL, "3"}]
        old = [row for row in vehicles if row["state"] == "operating" and row["registered_on"].year < YEAR - 1]
        self.vehicles = self.random.sample(old, CASES + BEFORE)

    def all(self) -> Iterator[Row]:
        for _ in range(BEFORE):
            tested = self.random.choice(working_days(date(YEAR - 1, 11, 14), date(YEAR - 1, 12, 29)))
            yield self._closed(tested, self.random.randint(4, 20), 1)
        for state, count in OPEN.items():
            for number in range(count):
                yield self._open(state, overdue=number < OVERDUE[state])
        for number in range(CASES - sum(OPEN.values()) - ENDED):
            rounds = 2 if number < TWICE else 1
            days = self.random.randint(LOOP + 5, LOOP + 20) if number % 17 == 0 else self.random.randint(3, LOOP - 6)
            last = LAST_DAY - timedelta(days=days + 8)
            yield self._closed(self.random.choice(working_days(date(YEAR, 1, 3), last)), days, rounds)
        for _ in range(ENDED):
            tested = self.random.choice(working_days(date(YEAR, 2, 1), date(YEAR, 10, 31)))
            yield self._case(tested) | {"state": "ended", "ended_on": later(tested, 15)}

    def _closed(self, tested: date, days: int, rounds: int) -> Row:
        closed = later(tested + timedelta(days=days), 0)
        between = working_days(tested, closed)
        repaired = between[-1] if len(between) < 2 else between[-2]  # noqa: PLR2004 - the day before
        taken = between[len(between) // 2] if rounds > 1 else between[min(1, len(between) - 1)]
        taken = min(taken, repaired)
        return (
            self._case(tested)
            | self._repair(taken, rounds)
            | {
                "repaired_on": repaired,
                "retest_no": f"{closed:%Y%m%d}",
                "closed_on": closed,
                "state": "closed",
            }
        )

    def _open(self, state: str, *, overdue: bool) -> Row:
        first, last = (date(YEAR, 10, 16), date(YEAR, 11, 24)) if overdue else (date(YEAR, 12, 6), date(YEAR, 12, 20))
        tested = self.random.choice(working_days(first, last))
        case = self._case(tested) | {"state": state}
        if state == "failed":
            return case
        taken = later(tested, self.random.randint(1, 4))
        case |= self._repair(taken, 1)
        return case | ({"repaired_on": later(taken, 1)} if state == "repaired" else {})

    def _repair(self, taken: date, rounds: int) -> Row:
        station = self.random.choice(self.stations)
        return {
            "station": station["station_no"],
            "station__name": station["name"],
            "taken_in_on": taken,
            "rounds": rounds,
        }

    def _case(self, tested: date) -> Row:
        vehicle = self.vehicles.pop()
        kind = "diesel" if vehicle["fuel"] == DIESEL else "petrol"
        excess, measured, limit = self.random.choice(FINDINGS[kind])
        return {
            **{name: vehicle[name] for name in ("plate", "plate_colour", "vin", "fuel", "area")},
            "test_station": self.random.choice(STATIONS),
            "tested_on": tested,
            "method": "lug_down" if kind == "diesel" else self.random.choice(PETROL),
            "excess": excess,
            "measured": measured,
            "limit_value": limit,
            "fault_code": self.random.choice(CODES) if self.random.random() < 0.5 else None,  # noqa: PLR2004 - half
            "rounds": 0,
            **dict.fromkeys(("station", "station__name", "taken_in_on", "repaired_on", "retest_no", "closed_on")),
            "ended_on": None,
        }
