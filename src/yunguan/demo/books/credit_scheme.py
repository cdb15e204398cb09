"""质量信誉考核细则: a point table in force for each trade that is assessed, and the one that went before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

NAMES = {
    "passenger": "道路旅客运输企业",
    "dangerous": "道路危险货物运输企业",
    "freight": "道路普通货物运输企业",
    "station": "汽车客运站",
    "taxi": "巡游出租汽车企业",
    "maintenance": "机动车维修企业",
    "driver_training": "机动车驾驶员培训机构",
}
"""Trades that were assessed, as their tables are called."""
SINCE = date(YEAR - 3, 1, 1)
RENEWED = date(YEAR, 1, 1)
FULL_MARKS, BONUS_CAP = Decimal(1000), Decimal(100)


def number_of(sector: str, year: int = YEAR) -> str:
    """The number of a trade's table that came into force in a year."""
    return f"{sector.upper()[:4]}-{year}"


def rows(centre: Centre) -> list[Row]:
    """The tables in force by trade; passenger transport's older version stands before its new one."""
    del centre
    old = _row("passenger", SINCE) | {"effective_to": RENEWED, "state": "retired"}
    return [old, *(_row(sector, RENEWED) for sector in NAMES)]


def _row(sector: str, since: date) -> Row:
    taxi = sector == "taxi"
    return {
        "scheme_no": number_of(sector, since.year),
        "sector": sector,
        "name": f"{NAMES[sector]}质量信誉考核细则（{since.year}版）",
        "doc_no": f"演示〔{since.year}〕{list(NAMES).index(sector) + 1}号",
        "effective_from": since,
        "adopted_on": since,
        "effective_to": None,
        "full_marks": FULL_MARKS,
        "bonus_cap": BONUS_CAP,
        "least_aaaaa": Decimal(1050) if taxi else None,
        "least_aaaa": Decimal(950) if taxi else None,
        "least_aaa": Decimal(850),
        "least_aa": Decimal(700),
        "least_a": Decimal(600),
        "confirmed": False,
        "state": "in_force",
    }
