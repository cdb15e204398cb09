"""The demonstration from end to end: what is imported and signed comes to the published figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from yunguan.core.figure import Origin
from yunguan.core.numbers import round_half_up
from yunguan.core.period import Period
from yunguan.demo.build import Occupied, build
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import Target, targets
from yunguan.demo.workbooks import write_book
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role, User
from yunguan.office.services import open_account
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.importing.services import import_workbooks
from yunguan.registers.safety.emergency_plan import EmergencyPlan

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
YEAR = Period.year(2023)
DAYS = (YEAR.last, date(2023, 11, 30), date(2023, 10, 31))
COMPUTED = ("unit.", "finance.", "safety.emergency_plan.", "safety.managers_exam.", "plates.")
FILED = "safety.emergency_plan.filed"
REGISTERED = "safety.managers_exam.registered"


def differing(target: Target) -> str | None:
    """What is wrong with a figure on its own day; None when it is as published."""
    day = target.as_of if target.as_of in DAYS else YEAR.last
    found = figures(question_of(YEAR, as_of=day), [target.id])[target.id]
    places = max(0, -int(target.value.as_tuple().exponent))
    if found.value is None or round_half_up(found.value, places) != target.value:
        return f"{target.id}: {target.value} published, {found.value} found"
    if (found.origin is Origin.COMPUTED) is not target.id.startswith(COMPUTED):
        return f"{target.id}: {found.origin}"
    return None


def imported(folder: Path, **books: list[Row]) -> None:
    """Import some registers with these rows."""
    paths = [write_book(book(register), rows, folder) for register, rows in books.items()]
    assert all(report.imported for report in import_workbooks(paths, user=None, now=NOW))


def value(figure: str, as_of: date | None = None) -> Decimal | None:
    return figures(question_of(YEAR, as_of=as_of), [figure])[figure].value


@pytest.mark.slow
def test_what_is_built_comes_to_the_published_figures(tmp_path: Path) -> None:
    built = build(tmp_path, now=NOW, token=lambda: "once")
    assert built.clean
    assert {each.state for each in built.returns} == {"signed"}
    assert [text for target in targets().values() if (text := differing(target))] == []


def test_a_real_centres_home_is_left_alone(tmp_path: Path) -> None:
    open_account(username="zhang", password="once", role=Role.CLERK, display_name="经办人", unit="safety")
    with pytest.raises(Occupied, match="zhang"):
        build(tmp_path, now=NOW, token=lambda: "once")
    assert list(tmp_path.iterdir()) == []


def test_plans_that_are_deleted_are_missing_in_the_figure(tmp_path: Path, centre: Centre) -> None:
    plans = centre.rows("emergency_plan")
    urban = [row for row in plans if row["state"] == "filed" and row["plan_kind"] == "general"]
    two = {row["operator"] for row in plans if row["plan_kind"] == "special"}
    gone = [row for row in urban if row["operator"] not in two and row["area"] == "430405"][:3]
    imported(tmp_path, operator=centre.rows("operator"), emergency_plan=[row for row in plans if row not in gone])
    assert value(FILED) == 294


def test_an_entry_that_is_added_is_counted(tmp_path: Path, centre: Centre) -> None:
    entries = centre.rows("managers_exam_entry")
    failed = next(row for row in entries if row["state"] == "failed")
    later = max(row["session"] for row in entries if row["state"] == "absent")
    more = failed | {"session": later, "applied_on": date(2023, 12, 1), "registered_on": date(2023, 12, 4)}
    sessions = centre.rows("managers_exam_session")
    imported(
        tmp_path,
        operator=centre.rows("operator"),
        managers_exam_session=sessions,
        managers_exam_entry=[*entries, more],
    )
    assert value(REGISTERED) == 937


def test_a_plan_that_falls_due_next_year_does_not_move_this_years_figure(
    tmp_path: Path, centre: Centre, head_of: Callable[[str], User]
) -> None:
    rows = centre.rows("emergency_plan")
    two = {row["operator"] for row in rows if row["plan_kind"] == "special"}
    filed = [row for row in rows if row["state"] == "filed" and row["area"] == "430405"]
    only = next(row for row in filed if row["operator"] not in two)
    imported(tmp_path, operator=centre.rows("operator"), emergency_plan=rows)
    plan = EmergencyPlan._base_manager.get(filing_no=only["filing_no"])
    move(plan, Order("require_revision", head_of("safety"), date(2024, 2, 1), NOW, reason="指挥机构调整"))
    assert value(FILED) == 297
    assert value(FILED, date(2024, 2, 1)) == 296
