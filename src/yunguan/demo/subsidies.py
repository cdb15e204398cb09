"""The subsidies of the demonstration: which pools there are, how far each has come, and what each vehicle got."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from yunguan.core.allocation import allocate
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR
from yunguan.registers.subsidies.weights import Band, Weighing

SUBSIDISED = YEAR - 1
"""The year for which the money is: it is divided in the year after."""
BY_SEATS = (("any", 0, 10, 600), ("any", 10, 20, 1000), ("any", 20, 30, 1300), ("any", 30, None, 1500))
BY_LENGTH = (
    ("electric", 6000, 8000, 4000),
    ("electric", 8000, 10000, 6000),
    ("electric", 10000, None, 8000),
    ("plug_in", 6000, 8000, 2000),
    ("plug_in", 8000, 10000, 3000),
    ("plug_in", 10000, None, 4000),
)


@dataclass(frozen=True)
class Formula:
    """One version of a method."""

    number: str
    name: str
    kind: str
    doc_no: str
    method: str = "months"
    measured_by: str = "none"
    bands: tuple[tuple[str, int, int | None, int], ...] = (("any", 0, None, 1000),)
    least_months: int = 0
    least_km: int = 0
    most_km: int | None = None
    begins: date = date(SUBSIDISED, 1, 1)
    ends: date | None = None

    @property
    def weighing(self) -> Weighing:
        """The method as the allocation takes it."""
        bands = tuple(Band(*each) for each in self.bands)
        return Weighing(
            self.method, self.measured_by, bands, self.least_months, self.least_km, self.most_km, LOWERED_PERCENT
        )


@dataclass(frozen=True)
class Pool:
    """One sum of money and the days of its way; a state without a day was not reached."""

    number: str
    name: str
    kind: str
    amount: Decimal
    source: str
    state: str
    days: tuple[tuple[str, date], ...]
    formula: str = ""
    numbers: tuple[tuple[str, str], ...] = ()
    year: int = SUBSIDISED

    def on(self, column: str) -> date | None:
        """The day that a column holds."""
        return dict(self.days).get(column)


LOWERED_PERCENT = 70
_RULES = "关于道路客运油价补贴资金分配的通知（衡交〔2022〕61号，演示）"
FORMULAS = (
    Formula(
        "出租-2021",
        "出租汽车费改税补贴测算办法（旧）",
        "taxi_fuel_tax",
        _RULES,
        begins=date(2016, 1, 1),
        ends=date(SUBSIDISED - 1, 12, 31),
    ),
    Formula("出租-2022", "出租汽车费改税补贴测算办法", "taxi_fuel_tax", _RULES, least_months=1),
    Formula("农客-2022", "农村客运费改税补贴测算办法", "rural_fuel_tax", _RULES, measured_by="seats", bands=BY_SEATS),
    Formula(
        "农客涨价-2022",
        "农村客运涨价补贴测算办法",
        "rural_price",
        _RULES,
        measured_by="seats",
        bands=BY_SEATS,
        least_months=3,
    ),
    Formula(
        "公交-2022",
        "新能源公交车运营补助测算办法",
        "bus_electric",
        _RULES,
        method="mileage",
        measured_by="length",
        bands=BY_LENGTH,
        least_km=30_000,
        most_km=60_000,
    ),
)
POOLS = (
    Pool(
        "2022-农客-1",
        f"{SUBSIDISED}年度农村道路客运费改税补贴",
        "rural_fuel_tax",
        Decimal("2684000.00"),
        "湘财建指〔2023〕11号（演示）",
        "audited",
        (
            ("started_on", date(YEAR, 2, 6)),
            ("claims_from", date(YEAR, 2, 13)),
            ("county_review_on", date(YEAR, 3, 1)),
            ("summed_on", date(YEAR, 3, 15)),
            ("verifying_on", date(YEAR, 3, 20)),
            ("calculated_on", date(YEAR, 4, 10)),
            ("reopened_on", date(YEAR, 4, 19)),
            ("notice_from", date(YEAR, 4, 21)),
            ("notice_to", date(YEAR, 5, 4)),
            ("reported_on", date(YEAR, 5, 8)),
            ("approved_on", date(YEAR, 5, 22)),
            ("paid_on", date(YEAR, 6, 9)),
            ("audited_on", date(YEAR, 11, 15)),
        ),
        "农客-2022",
        (
            ("report_no", "衡道运〔2023〕21号"),
            ("approval_no", "衡交〔2023〕47号"),
            ("auditor", "衡阳穗衡会计师事务所"),
            ("audit_report_no", "穗衡审〔2023〕38号"),
        ),
    ),
    Pool(
        "2022-农客-2",
        f"{SUBSIDISED}年度农村道路客运涨价补贴",
        "rural_price",
        Decimal("5312600.37"),
        "湘财建指〔2023〕11号（演示）",
        "approved",
        (
            ("started_on", date(YEAR, 2, 6)),
            ("claims_from", date(YEAR, 2, 13)),
            ("county_review_on", date(YEAR, 3, 1)),
            ("summed_on", date(YEAR, 3, 15)),
            ("verifying_on", date(YEAR, 3, 20)),
            ("calculated_on", date(YEAR, 9, 4)),
            ("notice_from", date(YEAR, 9, 6)),
            ("notice_to", date(YEAR, 9, 15)),
            ("reported_on", date(YEAR, 9, 20)),
            ("approved_on", date(YEAR, 12, 11)),
        ),
        "农客涨价-2022",
        (("report_no", "衡道运〔2023〕58号"), ("approval_no", "衡交〔2023〕112号")),
    ),
    Pool(
        "2022-出租-1",
        f"{SUBSIDISED}年度城市交通发展奖励资金费改税补贴",
        "taxi_fuel_tax",
        Decimal("661619.00"),
        "湘财建指〔2023〕34号（演示）",
        "reporting",
        (
            ("started_on", date(YEAR, 8, 7)),
            ("claims_from", date(YEAR, 8, 14)),
            ("county_review_on", date(YEAR, 9, 4)),
            ("summed_on", date(YEAR, 9, 18)),
            ("verifying_on", date(YEAR, 9, 21)),
            ("calculated_on", date(YEAR, 10, 16)),
            ("reopened_on", date(YEAR, 10, 27)),
            ("notice_from", date(YEAR, 10, 31)),
            ("notice_to", date(YEAR, 11, 9)),
            ("reported_on", date(YEAR, 11, 13)),
        ),
        "出租-2022",
        (("report_no", "衡道运〔2023〕71号"),),
    ),
    Pool(
        "2022-公交-1",
        f"{SUBSIDISED}年度城市公交新能源车运营补助",
        "bus_electric",
        Decimal("4055954.00"),
        "湘财建指〔2023〕34号（演示）",
        "reporting",
        (
            ("started_on", date(YEAR, 8, 7)),
            ("claims_from", date(YEAR, 8, 14)),
            ("county_review_on", date(YEAR, 9, 4)),
            ("summed_on", date(YEAR, 9, 18)),
            ("verifying_on", date(YEAR, 9, 21)),
            ("calculated_on", date(YEAR, 10, 16)),
            ("notice_from", date(YEAR, 10, 18)),
            ("notice_to", date(YEAR, 10, 27)),
            ("reported_on", date(YEAR, 11, 13)),
        ),
        "公交-2022",
        (("report_no", "衡道运〔2023〕72号"),),
    ),
    Pool(
        "2023-农客-1",
        f"{YEAR}年度农村道路客运费改税补贴",
        "rural_fuel_tax",
        Decimal("2591000.00"),
        "湘财建指〔2023〕96号（演示）",
        "county_review",
        (
            ("started_on", date(YEAR, 12, 4)),
            ("claims_from", date(YEAR, 12, 8)),
            ("county_review_on", date(YEAR, 12, 25)),
        ),
        year=YEAR,
    ),
)
DIVIDED = tuple(pool for pool in POOLS if pool.formula)


@dataclass(frozen=True)
class Run:
    """One calculation of a pool: which vehicles took part and what each got, in fen."""

    pool: Pool
    number: int
    parts: tuple[tuple[Row, int, int], ...]
    remark: str

    @property
    def run_on(self) -> date:
        """The first on the day of calculating, the second on that of calculating again."""
        return _day(self.pool, "calculated_on" if self.number == 1 else "reopened_on")


def runs(centre: Centre, pool: Pool) -> list[Run]:
    """The calculations of a pool: where it was objected to, the one before and the one after."""
    claims = [row for row in centre.rows("subsidy_vehicle") if row["plan"] == pool.number]
    confirmed = [row for row in claims if row["state"] == "confirmed"]
    if pool.on("reopened_on") is None:
        return [_run(pool, 1, confirmed, "首次测算")]
    before = [*_before(confirmed), *(row for row in claims if row["excluded_reason"] == AFTER_OBJECTION)]
    return [_run(pool, 1, before, "首次测算"), _run(pool, 2, confirmed, "异议成立，重新测算")]


AFTER_OBJECTION = "公示期异议查实年内已停运"


def claim_no(row: Row) -> str:
    """The number that the book gives to a claim."""
    return f"{row['plan']}/{row['plate']}/{row['plate_colour']}"


def formula_of(pool: Pool) -> Formula:
    """The formula by which a pool is divided."""
    return next(each for each in FORMULAS if each.number == pool.formula)


def _run(pool: Pool, number: int, claims: list[Row], remark: str) -> Run:
    method = formula_of(pool).weighing
    ordered = sorted(claims, key=lambda row: (row["plate"], row["plate_colour"]))
    weights = [method.weight(as_claim(row)) for row in ordered]
    amounts = allocate(int(pool.amount * 100), weights)
    return Run(pool, number, tuple(zip(ordered, weights, amounts, strict=True)), remark)


def _before(confirmed: list[Row]) -> list[Row]:
    """What the claims held before the objection: one had been taken for half the year only."""
    first, *others = confirmed
    return [first | {"months": (first["months"] or 0) // 2}, *others]


def as_claim(row: Row) -> Any:
    """A row as the method looks at it."""
    return SimpleNamespace(**row)


def _day(pool: Pool, column: str) -> date:
    day = pool.on(column)
    if day is None:
        raise ValueError(f"资金“{pool.number}”没有 {column} 的日期。")
    return day
