"""五全一常态月度汇总: twelve months reported, the next January being written."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.check_template import SECTORS
from yunguan.demo.books.operator import URBAN
from yunguan.demo.books.routine_check import month_end
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import YEAR

NOT_COUNTED = {"draft", "rejected"}


def rows(centre: Centre) -> list[Row]:
    """One row a month and trade."""
    made = [_reported(centre, month_end(month), sector) for month in range(1, 13) for sector in SECTORS]
    return [*made, *({"month_on": date(YEAR + 1, 1, 31), "sector": sector, "state": "drafting"} for sector in SECTORS)]


def _reported(centre: Centre, last: date, sector: str) -> Row:
    compiled = later(last, 2)
    return _counts(centre, last, sector) | {
        "month_on": last,
        "sector": sector,
        "common_problems": "例检记录和安全教育台账不全的情况较多",
        "next_steps": "督促企业逐项整改，下月复查",
        "compiled_on": compiled,
        "doc_no": f"衡运安〔{compiled.year}〕{last.month}号",
        "reported_on": later(compiled, 1),
        "state": "reported",
    }


def _counts(centre: Centre, last: date, sector: str) -> Row:
    owners = {row["uscc"]: row for row in centre.rows("operator") if row["sector"] == sector and row["area"] in URBAN}
    checks = [
        row for row in centre.rows("routine_check") if row["operator"] in owners and _same(row["checked_on"], last)
    ]
    hazards = [row for row in centre.rows("hazard") if row["operator"] in owners and _same(row["found_on"], last)]
    issued = [row for row in hazards if row["state"] not in NOT_COUNTED]
    return {
        "operators_due": sum(_working(row, last) for row in owners.values()),
        "operators_checked": len({row["operator"] for row in checks}),
        "problems_found": sum(row["items_failed"] for row in checks),
        "hazards_found": len(issued),
        "hazards_closed": sum(row["state"] == "closed" and row["closed_on"] <= last for row in issued),
        "major_hazards": sum(row["level"] == "major" for row in issued),
    }


def _same(day: date, last: date) -> bool:
    return (day.year, day.month) == (last.year, last.month)


def _working(owner: Row, last: date) -> bool:
    """Whether an operator was at work at a month's end."""
    ended = {"cancelled": owner["cancelled_on"], "suspended": owner["suspended_on"]}.get(owner["state"])
    return owner["opened_on"] <= last and (ended is None or ended > last)
