"""绩效监控指标 of the demonstration: the indicators of each goal at the end of July, from one table."""

from __future__ import annotations

from yunguan.demo.books.performance_goal import NOTE
from yunguan.demo.books.performance_monitoring import monitoring_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.sources import table


def rows(centre: Centre) -> list[Row]:
    """One row an indicator."""
    del centre
    return [_row(line) for line in table("monitoring_items.csv")]


def _row(line: dict[str, str]) -> Row:
    goal = line.pop("goal")
    return {"monitoring": monitoring_no(goal)} | {name: value or None for name, value in line.items()} | {"note": NOTE}
