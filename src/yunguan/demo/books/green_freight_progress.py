"""绿色货运配送年度进展台账: the first year of the model project."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

REACHED = (1.0, 1.0, 0.0, 1.0, 0.9, 1.05, 0.85, 0.55, 1.1, 0.92)
"""How much of the year's way each indicator went, in the order of the list."""
PLANNED = 0.3
"""How much of the whole way was to be gone in the first year; counts of one or two are planned as they are."""
FEW = 4
STATES = ("checked",) * 7 + ("reported", "returned", "reported")
MEASURES = "已列入市绿色货运配送工作专班督办事项，下一季度调度。"
YELLOW = 0.8


def rows(centre: Centre) -> list[Row]:
    """One row an indicator for the year."""
    made = []
    for target, reached, state in zip(centre.rows("green_freight_target"), REACHED, STATES, strict=True):
        way = target["goal_value"] - target["base_value"]
        planned = (1.0 if way > 0 else -1.0) if 1 <= abs(way) <= FEW else way * PLANNED
        row: Row = {
            "target": target["target_no"],
            "target__name": target["name"],
            "year": YEAR,
            "measured_on": date(YEAR, 12, 20),
            "planned": round(target["base_value"] + planned, 2),
            "actual": round(target["base_value"] + planned * reached, 2),
            "evidence": f"{target['department']}报送的{YEAR}年度进展材料",
            "measures": MEASURES if reached < YELLOW else None,
            "reported_on": date(YEAR, 12, 22),
            "state": state,
        }
        dates = {"checked": {"checked_on": date(YEAR, 12, 27)}, "returned": {"returned_on": date(YEAR, 12, 27)}}
        made.append(row | dates.get(state, {}))
    return made
