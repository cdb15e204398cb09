"""One timed import into a house: ours, or that of django-import-export.

python -m bench.imports prepare HOME | write HOME PATH COUNT | ours HOME PATH | peer HOME PATH [no-diff]
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bench.measure import Clock
from bench.vehicles import OPERATORS, credit_code, operator_name, write_vehicles
from yunguan.cli.house import open_house
from yunguan.cli.tables import bring_tables_up_to_date

NOW = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)


def prepare(home: str) -> dict[str, Any]:
    """A house with its tables and the operators that the vehicles belong to."""
    open_house(Path(home))
    bring_tables_up_to_date()
    from yunguan.registers.book import book  # noqa: PLC0415 - after the house is open
    from yunguan.registers.services import create  # noqa: PLC0415

    for number in range(OPERATORS):
        values = {
            "name": operator_name(number),
            "uscc": credit_code(number),
            "entity_kind": "1",
            "sector": "freight",
            "opened_on": date(2010, 1, 1),
            "area": "430405",
        }
        create(book=book("operator"), values=values, user=None, on=date(2010, 1, 1), now=NOW)
    return {"operators": OPERATORS}


def write(home: str, path: str, count: str) -> dict[str, Any]:
    """The workbook, and the rows that were spoilt."""
    open_house(Path(home))
    from yunguan.registers.book import book  # noqa: PLC0415

    known = book("vehicle")
    return {"spoilt": write_vehicles(Path(path), known.title, known.columns, int(count))}


def ours(home: str, path: str) -> dict[str, Any]:
    """Import with ``yunguan import --partial``'s own service."""
    open_house(Path(home))
    from yunguan.registers.importing.services import import_workbooks  # noqa: PLC0415

    clock = Clock()
    (report,) = import_workbooks([Path(path)], user=None, now=NOW, partial=True)
    taken = clock.taken()
    (sheet,) = report.sheets
    return {"named": sorted({each.row for each in sheet.refused}), **taken, **_stored()}


def peer(home: str, path: str, diff: str = "") -> dict[str, Any]:
    """Import with django-import-export as its guide has it: one row after another, history by the model's signal."""
    open_house(Path(home))
    from bench.peer import import_vehicles  # noqa: PLC0415

    clock = Clock()
    named = import_vehicles(Path(path), NOW, skip_diff=diff == "no-diff")
    return {"named": named, **clock.taken(), **_stored()}


def _stored() -> dict[str, Any]:
    from yunguan.registers.book import book  # noqa: PLC0415

    model: Any = book("vehicle").model
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"stored": model.objects.count(), "history": model.history.count(), "peak_mib": peak}


if __name__ == "__main__":
    wanted = {each.__name__: each for each in (prepare, write, ours, peer)}[sys.argv[1]]
    print(json.dumps(wanted(*sys.argv[2:])))
