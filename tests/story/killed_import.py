"""Imports a workbook again and again in a child that is killed at a random moment, and counts what it left behind."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from yunguan.cli.house import open_house
from yunguan.cli.tables import bring_tables_up_to_date

NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
ROWS = 3000


def write_workbook(path: Path) -> None:
    """A workbook of operators."""
    import xlsxwriter  # noqa: PLC0415 - after Django, with the factories

    from tests.factories import credit_code  # noqa: PLC0415

    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("经营业户名录")
        heads = (
            *("业户名称", "统一社会信用代码", "业户类型", "行业类别", "两客一危", "应备案应急预案"),
            *("开业日期", "行政区划"),
        )
        sheet.write_row(0, 0, heads)
        for row in range(1, ROWS + 1):
            name = f"第{row}运输有限公司"
            kind = ("企业法人", "普通货运", "否", "否", "2015-01-01", "耒阳市")
            sheet.write_row(row, 0, (name, credit_code(row), *kind))


def import_in_child(path: Path) -> tuple[int, int]:
    """Fork a child that imports and acknowledges; return its pid and the reading end of its pipe."""
    from django.db import connections  # noqa: PLC0415 - after Django

    from yunguan.registers.importing.services import import_workbooks  # noqa: PLC0415

    connections.close_all()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    (report,) = import_workbooks([path], user=None, now=NOW)
    os.write(writing, b"acknowledged" if report.imported else b"refused")
    os._exit(0)


def left_behind() -> dict[str, int]:
    """Counts of everything that an import writes."""
    from yunguan.office.workflow.tables import Move, StateInterval  # noqa: PLC0415 - after Django
    from yunguan.registers.book import book  # noqa: PLC0415
    from yunguan.registers.tables import ImportBatch  # noqa: PLC0415

    model: Any = book("operator").model
    return {
        "rows": model.objects.count(),
        "history": model.history.count(),
        "intervals": StateInterval.objects.count(),
        "moves": Move.objects.count(),
        "batches": ImportBatch.objects.count() * ROWS,
    }


def settle() -> None:
    """Wait until the server has noticed that its client is dead and has ended what it was doing."""
    from django.db import connection  # noqa: PLC0415 - after Django

    if connection.vendor != "postgresql":
        return
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(others)
        while cursor.fetchone() != (0,):
            time.sleep(0.01)
            cursor.execute(others)


def clear() -> None:
    """Empty the tables for the next time."""
    from yunguan.office.workflow.tables import Move, StateInterval  # noqa: PLC0415 - after Django
    from yunguan.registers.book import book  # noqa: PLC0415
    from yunguan.registers.tables import ImportBatch  # noqa: PLC0415

    model: Any = book("operator").model
    for manager in (model.history, model.objects, StateInterval.objects, Move.objects, ImportBatch.objects):
        manager.all()._raw_delete("default")  # delete() would write history of its own


def once(path: Path, delay: float) -> dict[str, Any]:
    """One import, killed after a delay."""
    pid, reading = import_in_child(path)
    time.sleep(delay)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    acknowledged = os.read(reading, 100) == b"acknowledged"
    os.close(reading)
    settle()
    counts = set(left_behind().values())
    whole = counts == {ROWS}
    clear()
    return {"acknowledged": acknowledged, "whole": whole, "partial": counts not in ({0}, {ROWS})}


def main(times: str) -> None:
    """Kill that many imports; print what was found as JSON."""
    home = open_house(None)
    bring_tables_up_to_date()
    path = home / "operators.xlsx"
    write_workbook(path)
    begun = time.monotonic()
    pid, reading = import_in_child(path)
    os.waitpid(pid, 0)
    os.close(reading)
    clear()
    usual = time.monotonic() - begun
    chance = random.Random(2023)
    found = [once(path, chance.uniform(0, usual * 1.2)) for _ in range(int(times))]
    print(json.dumps({"usual": usual, "found": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
