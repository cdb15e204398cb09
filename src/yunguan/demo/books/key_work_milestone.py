"""重点工作节点台账: the steps of the year's tasks, done on time, late or still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import LAST_DAY

STEPS = ("制定方案并部署", "中期推进和检查", "总结验收")


def rows(centre: Centre) -> list[Row]:
    """Three steps a task, by the day on which they are planned."""
    made = [row for number, work in enumerate(centre.rows("key_work")) for row in _steps(number, work)]
    return sorted(made, key=lambda row: (row["planned_on"], row["work"]))


def _steps(number: int, work: Row) -> Iterator[Row]:
    length = (work["planned_end"] - work["planned_on"]).days
    for place, step in enumerate(STEPS, start=1):
        planned = work["planned_on"] + timedelta(days=length * place // len(STEPS))
        row: Row = {
            "work": work["work_no"],
            "work__work_title": work["work_title"],
            "step": step,
            "planned_on": planned,
            "responsible": work["owner"],
            "kept_by": work["kept_by"],
        }
        yield row | _outcome(number, place, work["state"], planned)


def _outcome(number: int, place: int, state: str, planned: date) -> Row:
    late = (number + place) % 9 == 0
    done: Row = {"done_on": later(planned, 4) if late else planned, "result": "已按要求完成", "state": "done"}
    if state == "completed" or planned <= date(LAST_DAY.year, 10, 31):
        return done
    if state == "urged":
        return {"told_on": date(LAST_DAY.year, 12, 18), "state": "overdue_told"}
    if state == "carried" and planned <= LAST_DAY:
        return {"dropped_on": date(LAST_DAY.year, 12, 29), "state": "dropped"}
    return {"state": "open"}
