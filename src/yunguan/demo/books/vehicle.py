"""营运车辆名录: what the operators of the demonstration drive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from yunguan.core.codes import vin
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import LAST_DAY, YEAR

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
VIN_CHARACTERS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
BRANDS = ("岫岭牌", "澄江牌", "雁屿牌", "砚山牌", "鹭洲牌")
YELLOW, BLUE, GREEN_SMALL, GREEN_LARGE = "2", "1", "94", "93"


@dataclass(frozen=True)
class Fleet:
    """How the vehicles of a trade look: how many in all, seats or load, what fuels, the letter of the model."""

    count: int
    seats: tuple[int, ...] = ()
    load_kg: tuple[int, ...] = ()
    fuels: tuple[str, ...] = ("2",)
    model: str = "1"
    small: bool = False


FLEETS = {
    "passenger": Fleet(880, seats=(19, 29, 37, 45, 49, 53), fuels=("2", "2", "2", "3"), model="6"),
    "dangerous": Fleet(430, load_kg=(9_800, 14_900, 31_200, 32_500), model="5"),
    "freight": Fleet(1010, load_kg=(4_990, 9_900, 17_800, 31_500), fuels=("2", "2", "2", "3"), model="1"),
    "bus": Fleet(330, seats=(24, 30, 36), fuels=("5", "5", "5", "3"), model="6"),
    "taxi": Fleet(210, seats=(5,), fuels=("1", "3", "5"), model="7", small=True),
    "ride_hailing": Fleet(120, seats=(5,), fuels=("5",), model="7", small=True),
    "rental": Fleet(40, seats=(5, 7), fuels=("1", "5"), model="6", small=True),
}


def rows(centre: Centre) -> list[Row]:
    """Every vehicle, by operator in the order of the operators' list."""
    chance = centre.random("vehicle")
    maker = _Maker(chance)
    made = [row for sector, fleet in FLEETS.items() for row in _fleet(centre, maker, sector, fleet)]
    return sorted(made, key=lambda row: (row["area"], row["operator"], row["plate"]))


def _fleet(centre: Centre, maker: _Maker, sector: str, fleet: Fleet) -> Iterator[Row]:
    """Every operator of the trade has one, the rest go where the draw falls, so that fleets differ in size."""
    owners = operating(centre, sector)
    weights = [maker.random.paretovariate(1.5) for _ in owners]
    for owner in owners + maker.random.choices(owners, weights, k=max(fleet.count - len(owners), 0)):
        yield maker.vehicle(owner, sector, fleet)


class _Maker:
    """Draws one vehicle after another."""

    def __init__(self, chance: Random) -> None:
        self.random = chance
        self._plates: set[str] = set()
        self._certificates = 0

    def vehicle(self, owner: Row, sector: str, fleet: Fleet) -> Row:
        pick = self.random.choice
        fuel = pick(fleet.fuels)
        registered = self._registered(owner)
        self._certificates += 1
        return {
            "plate": self._plate(electric=fuel == "5", small=fleet.small),
            "plate_colour": _colour(electric=fuel == "5", small=fleet.small),
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "sector": sector,
            "brand": f"{pick(BRANDS)}XL{fleet.model}{self.random.randrange(100, 999)}",
            "vin": self._vin(registered),
            "engine_no": f"{pick(LETTERS)}{self.random.randrange(10**7):07d}",
            "seats": pick(fleet.seats) if fleet.seats else None,
            "tonnage_kg": pick(fleet.load_kg) if fleet.load_kg else None,
            "fuel": fuel,
            "certificate_no": f"{owner['area']}{self._certificates:06d}",
            "technical_grade": pick(("1", "1", "1", "2")),
            "insured_to": LAST_DAY + timedelta(days=self.random.randrange(1, 365)),
            "registered_on": registered,
            "stopped_on": None,
            "ended_on": None,
            "area": owner["area"],
            "state": "operating",
        } | self._end(registered)

    def _registered(self, owner: Row) -> date:
        days = working_days(max(date(2019, 1, 1), owner["opened_on"]), date(YEAR, 12, 15))
        return self.random.choice(days)

    def _end(self, registered: date) -> Row:
        """A few stand still or are gone; not those that came during the year."""
        draw = self.random.random()
        if draw > 0.07 or registered.year >= YEAR:  # noqa: PLR2004 - the share of such vehicles
            return {}
        day = self.random.choice(working_days(date(YEAR, 1, 1), LAST_DAY))
        if draw < 0.02:  # noqa: PLR2004 - as above
            return {"stopped_on": day, "state": "stopped"}
        return {"ended_on": day, "state": self.random.choice(("scrapped", "moved", "cancelled"))}

    def _plate(self, *, electric: bool, small: bool) -> str:
        while True:
            digits = f"{self.random.randrange(10**5):05d}"
            if electric and small:
                plate = f"湘D{self.random.choice('DF')}{digits}"
            elif electric:
                plate = f"湘D{digits}{self.random.choice('DF')}"
            else:
                plate = f"湘D{self.random.choice(LETTERS)}{digits[:4]}"
            if plate not in self._plates:
                self._plates.add(plate)
                return plate

    def _vin(self, registered: date) -> str:
        """A serial with a right check character; the maker's code L0X was given to nobody."""
        years = "ABCDEFGHJKLMNPRSTVWXY"
        body = "".join(self.random.choice(VIN_CHARACTERS) for _ in range(5))
        tail = years[(registered.year - 2010) % 20] + "D" + f"{self.random.randrange(10**6):06d}"
        text = f"L0X{body}0{tail}"
        return f"L0X{body}{vin.check_digit(text)}{tail}"


def _colour(*, electric: bool, small: bool) -> str:
    if electric:
        return GREEN_SMALL if small else GREEN_LARGE
    return BLUE if small else YELLOW
