"""科室报送: filled by the clerk, signed by the head, locked, returned with a reason, chased when late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories import NOW, account, operator
from yunguan.core.figure import Origin
from yunguan.core.period import Period
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.returns import SectionReturn
from yunguan.indicators.selectors import figures, question_of
from yunguan.indicators.services import (
    Entry,
    chase,
    differences,
    fill,
    issue_returns,
    send_back,
    sign,
    submit,
    take_over,
    take_over_signed,
)
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.office.workflow.tables import Move

pytestmark = pytest.mark.django_db
YEAR = Period.year(2023)
DUE = date(2024, 1, 20)
TODAY = NOW.date()
CHECKED = "finance.assets.fixed"
REQUIRED = "safety.emergency_plan.required"


def the_return(section: str = "finance") -> SectionReturn:
    issued = issue_returns(period=YEAR, due_on=DUE, user=None, now=NOW)
    return next(each for each in issued if each.section == section)


def all_of(section: str, value: str = "7", **values: str) -> dict[str, Entry]:
    owed = [each.id for each in catalogue() if (each.section, each.every) == (section, "year") and each.is_declared]
    return {each: Entry(values.get(each, value)) for each in owed}


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "finance")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "finance")


def signed(clerk: User, head: User, entries: dict[str, Entry] | None = None) -> SectionReturn:
    one = the_return()
    fill(section_return=one, entries=entries or all_of("finance"), user=clerk, now=NOW)
    submit(section_return=one, user=clerk, on=TODAY, now=NOW)
    return sign(section_return=one, user=head, on=TODAY, now=NOW)


def test_a_value_counts_only_when_its_head_has_signed(clerk: User, head: User) -> None:
    one = the_return()
    fill(section_return=one, entries=all_of("finance"), user=clerk, now=NOW)
    assert figures(question_of(YEAR), [CHECKED])[CHECKED].value is None
    submit(section_return=one, user=clerk, on=TODAY, now=NOW)
    sign(section_return=one, user=head, on=TODAY, now=NOW)
    found = figures(question_of(YEAR), [CHECKED])[CHECKED]
    assert (found.value, found.origin) == (Decimal(7), Origin.DECLARED)


def test_a_value_is_told_as_of_its_own_day(clerk: User, head: User) -> None:
    signed(clerk, head, all_of("finance") | {CHECKED: Entry("988", date(2023, 11, 30))})
    assert figures(question_of(YEAR), [CHECKED])[CHECKED].as_of == date(2023, 11, 30)
    earlier = question_of(YEAR, as_of=date(2023, 10, 31))
    assert figures(earlier, [CHECKED])[CHECKED].value is None


def test_a_value_is_not_known_before_it_was_signed(clerk: User, head: User) -> None:
    signed(clerk, head)
    then, before = (replace(question_of(YEAR), known_at=moment) for moment in (NOW, NOW - timedelta(minutes=1)))
    assert figures(then, [CHECKED])[CHECKED].value == 7
    assert figures(before, [CHECKED])[CHECKED].value is None


def test_an_incomplete_return_names_what_is_missing(clerk: User) -> None:
    one = the_return()
    with pytest.raises(Refused, match="固定资产原值”尚未填报"):
        submit(section_return=one, user=clerk, on=TODAY, now=NOW)


def test_a_signed_return_is_locked_until_finance_returns_it(clerk: User, head: User) -> None:
    one = signed(clerk, head)
    with pytest.raises(Refused, match="已签发"):
        fill(section_return=one, entries=all_of("finance", "8"), user=clerk, now=NOW)
    send_back(section_return=one, user=account(Role.FINANCE), on=TODAY, now=NOW, reason="口径不符")
    assert fill(section_return=one, entries=all_of("finance", "8"), user=clerk, now=NOW)


def test_another_section_may_neither_fill_nor_sign(clerk: User) -> None:
    one = the_return()
    with pytest.raises(Refused, match="只有本科室"):
        fill(section_return=one, entries=all_of("finance"), user=account(Role.CLERK, "safety"), now=NOW)
    fill(section_return=one, entries=all_of("finance"), user=clerk, now=NOW)
    submit(section_return=one, user=clerk, on=TODAY, now=NOW)
    with pytest.raises(Refused, match="只能办理本科室"):
        sign(section_return=one, user=account(Role.HEAD, "safety"), on=TODAY, now=NOW)


def test_one_wrong_value_writes_none(clerk: User) -> None:
    one = the_return()
    with pytest.raises(Refused, match="数值有误"):
        fill(section_return=one, entries=all_of("finance") | {CHECKED: Entry("九百")}, user=clerk, now=NOW)
    assert not one.items.exclude(value_text="").exists()


def test_a_difference_from_the_records_asks_for_a_reason() -> None:
    operator(1)
    clerk = account(Role.CLERK, "safety")
    one = the_return("safety")
    entries = all_of("safety") | {REQUIRED: Entry("2")}
    fill(section_return=one, entries=entries, user=clerk, now=NOW)
    assert [item.indicator for item, _ in differences(one)] == [REQUIRED]
    with pytest.raises(Refused, match="申报 2，台账计算为 1"):
        submit(section_return=one, user=clerk, on=TODAY, now=NOW)
    fill(section_return=one, entries={REQUIRED: Entry("2", reason="一家尚未登记")}, user=clerk, now=NOW)
    assert submit(section_return=one, user=clerk, on=TODAY, now=NOW).state == "submitted"


def test_a_late_return_is_chased_and_the_reminder_logged() -> None:
    one = the_return()
    assert (one.late(DUE), one.late(DUE + timedelta(days=1))) == (False, True)
    chase(section_return=one, user=account(Role.FINANCE), on=TODAY, now=NOW, reason="请于本周内报送")
    assert Move.objects.filter(register="section_return", transition="chase").count() == 1
    one.refresh_from_db()
    assert (one.state, one.due_on) == ("open", DUE)


def test_a_return_signed_on_paper_is_taken_over_as_such() -> None:
    take_over_signed(section="finance", period=YEAR, entries=all_of("finance"), signed_by="某科长", now=NOW)
    assert figures(question_of(YEAR), [CHECKED])[CHECKED].value == 7
    assert Move.objects.get(transition="take_over").reason == "纸质报送已由某科长签发，由系统接管"


def test_an_aggregate_of_another_system_is_an_imported_figure() -> None:
    values = {CHECKED: Decimal(980)}
    take_over(values=values, as_of=date(2023, 12, 31), source="省运政系统", file_name="a.xlsx", user=None, now=NOW)
    found = figures(question_of(YEAR), [CHECKED])[CHECKED]
    assert (found.value, found.origin) == (Decimal(980), Origin.IMPORTED)


def test_a_register_gives_way_to_no_declaration(clerk: User) -> None:
    operator(1)
    found = figures(question_of(YEAR), [REQUIRED])[REQUIRED]
    assert (found.origin, found.declared) == (Origin.COMPUTED, None)
