"""The self-evaluation of the demonstration: schemes put in use, declared items told with evidence, misses explained."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from yunguan.demo.schemes import project_schemes
from yunguan.demo.sources import table
from yunguan.demo.targets import YEAR
from yunguan.evaluation.editions import change_scheme, copy_scheme, put_in_use
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.selectors import edition_in_use
from yunguan.evaluation.services import explain, tell_reached
from yunguan.office.people import User


def evaluate(user: User, *, now: datetime) -> None:
    """Put the schemes of the year in use and say what no figure tells; what is there already stays."""
    if edition_in_use(YEAR, DEPARTMENT) is not None:
        return
    _department(user, now)
    for code in project_schemes():
        _project(code, user, now)
    for row in table("evaluation.csv"):
        _tell(row, user, now)


def _department(user: User, now: datetime) -> None:
    title = f"部门整体支出绩效指标（{YEAR}年度）"
    draft = copy_scheme(source="hunan_department_2023", year=YEAR, subject=DEPARTMENT, user=user, now=now, title=title)
    put_in_use(edition=draft, user=user, now=now)


def _project(code: str, user: User, now: datetime) -> None:
    draft = copy_scheme(source="hunan_project_2023", year=YEAR, subject=code, user=user, now=now)
    scheme = project_schemes()[code]
    put_in_use(edition=change_scheme(edition=draft, scheme=scheme, why="", user=user, now=now), user=user, now=now)


def _tell(row: dict[str, str], user: User, now: datetime) -> None:
    about: dict[str, Any] = {"year": YEAR, "subject": row["subject"], "item": row["item"], "user": user}
    if row["reached"]:
        tell_reached(**about, reached=row["reached"], evidence=row["evidence"], now=now)
    if row["reason"]:
        explain(**about, reason=row["reason"], measure=row["measure"])
