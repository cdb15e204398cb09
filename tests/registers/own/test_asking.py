"""Sending a register to be filled; rows of others; reporting and sending back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.own.making import NOW, TODAY, clerk, county, defined, head, row, the_book
from yunguan.office.organisation import OrgUnit
from yunguan.office.scope import scope_of
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.own.asking import report, send, send_back, withdraw
from yunguan.registers.own.tables import OwnRegister, OwnRequest
from yunguan.registers.selectors import visible, visible_books
from yunguan.registers.services import change, may_change, may_write

pytestmark = pytest.mark.django_db
DUE = date(2026, 3, 6)
LEIYANG, CHANGNING = "county_430481", "county_430482"


def sent(own: OwnRegister, *codes: str, **given: Any) -> dict[str, OwnRequest]:
    known: dict[str, Any] = {"due_on": DUE, "note": "", "user": head(), "on": TODAY, "now": NOW}
    units = list(OrgUnit.objects.filter(code__in=codes))
    return {each.unit.code: each for each in send(own=own, units=units, **(known | given))}


def seen(user: Any) -> set[str]:
    rows: Any = visible(the_book(), scope_of(user))
    return set(rows.values_list("c1", flat=True))


def test_nobody_else_sees_a_register_before_it_is_sent() -> None:
    defined()
    for user in (county(), clerk("passenger")):
        assert the_book() not in visible_books(scope_of(user))
        assert not may_write(the_book(), user)


def test_a_county_files_its_own_rows_and_sees_no_others() -> None:
    own = defined()
    sent(own, LEIYANG, CHANGNING)
    row(1)
    row(2, county())
    row(2, county("430482"))
    assert seen(county()) == {"YH-002"}
    assert visible(the_book(), scope_of(county())).get().area == "430481"
    assert seen(clerk()) == {"YH-001", "YH-002"}
    assert not may_write(the_book(), county("430405"))


def test_a_county_files_nothing_for_another() -> None:
    sent(defined(), LEIYANG)
    with pytest.raises(Refused, match="管辖范围"):
        row(1, county(), area="430482")


def test_another_section_keeps_its_own_rows_and_sees_no_others() -> None:
    sent(defined(), "passenger")
    row(1)
    mine = row(1, clerk("passenger"))
    assert (mine.kept_by, seen(clerk("passenger"))) == ("passenger", {"YH-001"})  # type: ignore[attr-defined]
    assert visible(the_book(), scope_of(clerk("passenger"))).count() == 1
    assert visible(the_book(), scope_of(clerk())).count() == 2
    assert not visible(the_book(), scope_of(clerk("freight"))).exists()
    assert not may_write(the_book(), clerk("freight"))


def test_after_reporting_the_rows_rest_until_they_are_sent_back() -> None:
    request = sent(defined(), LEIYANG)[LEIYANG]
    record = row(1, county())
    report(request=request, user=county(), on=TODAY, now=NOW)
    with pytest.raises(Refused, match="已经报送"):
        row(2, county())
    with pytest.raises(Refused, match="已经报送"):
        change(record=record, values={"c6": 3}, user=county(), now=NOW)
    send_back(request=request, user=head(), on=TODAY, now=NOW, reason="少报一处")
    assert row(2, county()).pk
    assert may_change(record, county())


def test_only_who_was_asked_reports_and_only_who_asked_sends_back() -> None:
    request = sent(defined(), LEIYANG)[LEIYANG]
    for stranger in (county("430482"), head()):
        with pytest.raises(Refused, match="被下达的单位"):
            report(request=request, user=stranger, on=TODAY, now=NOW)
    report(request=request, user=county(), on=TODAY, now=NOW)
    with pytest.raises(Refused, match="下达填报的科室"):
        send_back(request=request, user=head("passenger"), on=TODAY, now=NOW, reason="x")
    with pytest.raises(Refused, match="理由"):
        send_back(request=request, user=head(), on=TODAY, now=NOW, reason=" ")


def test_sending_again_moves_the_day_of_what_is_still_open() -> None:
    own = defined()
    first = sent(own, LEIYANG)[LEIYANG]
    second = sent(own, LEIYANG, due_on=date(2026, 3, 20))[LEIYANG]
    assert (first.pk, second.due_on) == (second.pk, date(2026, 3, 20))


def test_a_new_request_after_a_report_opens_the_rows_again_and_the_old_one_stays_reported() -> None:
    own = defined()
    first = sent(own, LEIYANG)[LEIYANG]
    report(request=first, user=county(), on=TODAY, now=NOW)
    second = sent(own, LEIYANG)[LEIYANG]
    assert second.pk != first.pk
    with pytest.raises(Refused, match="还有一次填报"):
        send_back(request=first, user=head(), on=TODAY, now=NOW, reason="x")
    assert row(1, county()).pk


def test_what_is_withdrawn_is_no_longer_owed_and_its_rows_stay() -> None:
    request = sent(defined(), LEIYANG)[LEIYANG]
    row(1, county())
    withdraw(request=request, user=head(), on=TODAY, now=NOW, reason="上级取消")
    assert not request.late(date(2026, 4, 1))
    assert visible(the_book(), scope_of(county())).count() == 1


@pytest.mark.parametrize(
    ("words", "codes", "given"),
    [
        ("请至少选择一个", (), {}),
        ("只能下达给其他科室", ("safety",), {}),
        ("只能下达给其他科室", ("centre",), {}),
        ("早于今天", (LEIYANG,), {"due_on": date(2026, 3, 1)}),
    ],
)
def test_a_wrong_sending_is_refused(words: str, codes: tuple[str, ...], given: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=words):
        sent(defined(), *codes, **given)


def test_only_the_head_of_the_owning_section_sends() -> None:
    with pytest.raises(Refused, match="负责人"):
        sent(defined(), LEIYANG, user=head("passenger"))
