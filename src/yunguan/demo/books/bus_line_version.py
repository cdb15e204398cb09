"""公交线路走向台账: the first route of every line, and the one that a change brought."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from yunguan.demo.books.bus_line import stop_name
from yunguan.demo.centre import Centre, Row


def rows(centre: Centre) -> list[Row]:
    """One row a version, line by line."""
    chance = centre.random("bus_line_version")
    changes = {
        row["line"]: row
        for row in centre.rows("line_change")
        if row["state"] in {"carried_out", "evaluated"} and row["kind"] != "fleet"
    }
    made = []
    for line in centre.rows("bus_line"):
        stops = chance.randint(14, 34)
        ends = stop_name(chance), stop_name(chance)
        between = "、".join(stop_name(chance) for _ in range(4))
        change = changes.get(line["line_no"])
        made.append(
            {
                "line": line["line_no"],
                "number": 1,
                "from_stop": ends[0],
                "to_stop": ends[1],
                "path": f"{ends[0]}、{between}、{ends[1]}",
                "stops": stops,
                "length_km": Decimal(stops * 6) / 10,
                "effective_from": line["opened_on"],
                "effective_to": change["carried_out_on"] - timedelta(days=1) if change else None,
                "doc_no": None,
                "area": line["area"],
            }
        )
        if change:
            made.append(_changed(change, line))
    return made


def _changed(change: Row, line: Row) -> Row:
    return {
        "line": change["line"],
        "number": 2,
        "from_stop": change["new_from"],
        "to_stop": change["new_to"],
        "path": change["new_path"],
        "stops": change["new_stops"],
        "length_km": change["new_length_km"],
        "effective_from": change["carried_out_on"],
        "effective_to": None,
        "doc_no": change["report_no"],
        "area": line["area"],
    }
