"""五全一常态排查清单: the lists of the year before, those adjusted in March, and a draft for the next year."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

SECTORS = {
    "passenger": "道路客运企业",
    "dangerous": "危险货物运输企业",
    "station": "汽车客运站",
    "bus": "城市公交企业",
    "taxi": "巡游出租企业",
    "ride_hailing": "网约车平台公司",
}
ADJUSTED = date(YEAR, 3, 1)
BEFORE = date(YEAR - 1, 1, 1)


def rows(centre: Centre) -> list[Row]:
    """One row a trade and version."""
    del centre
    return [*map(_older, SECTORS), *map(_present, SECTORS), _coming("passenger")]


def template_no(sector: str, version: int) -> str:
    """The number of a list."""
    return f"WQ-{list(SECTORS).index(sector) + 1:02d}-{version}"


def template_on(sector: str, day: date) -> str:
    """The number of the list of a trade that was in force on a day."""
    return template_no(sector, YEAR if day >= ADJUSTED else YEAR - 1)


def _row(sector: str, version: int) -> Row:
    return {
        "template_no": template_no(sector, version),
        "name": f"{SECTORS[sector]}安全生产排查清单（{version}版）",
        "sector": sector,
        "doc_no": f"市城区道路运输行业排查内容通知（{version}年）",
        "enforced_on": None,
        "effective_to": None,
    }


def _older(sector: str) -> Row:
    ended = {"enforced_on": BEFORE, "effective_to": date(YEAR, 2, 28), "state": "retired"}
    return _row(sector, YEAR - 1) | {"effective_from": BEFORE} | ended


def _present(sector: str) -> Row:
    return _row(sector, YEAR) | {"effective_from": ADJUSTED, "enforced_on": ADJUSTED, "state": "in_force"}


def _coming(sector: str) -> Row:
    return _row(sector, YEAR + 1) | {"effective_from": date(YEAR + 1, 3, 1), "state": "draft"}
