"""A request moves by the one runtime, with its log and its history."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.own.making import NOW, TODAY, county, defined
from tests.registers.own.test_asking import LEIYANG, sent
from yunguan.office.workflow.runtime import Overtaken, Refused
from yunguan.office.workflow.tables import Move
from yunguan.registers.own.asking import report
from yunguan.registers.own.tables import OwnRequest

pytestmark = pytest.mark.django_db


def test_a_report_is_logged() -> None:
    request = sent(defined(), LEIYANG)[LEIYANG]
    report(request=request, user=county(), on=TODAY, now=NOW)
    moves = Move.objects.filter(register="own_request", record_id=request.pk)
    assert [(each.transition, each.to_state) for each in moves] == [("enter", "open"), ("report", "reported")]
    assert request.history.count() == 2
    assert str(request) == "隐患排查情况表：耒阳市道路运输机构"
    assert not request.late(date(2030, 1, 1))


def test_of_two_reports_one_wins() -> None:
    request = sent(defined(), LEIYANG)[LEIYANG]
    stale = OwnRequest.objects.get(pk=request.pk)
    report(request=request, user=county(), on=TODAY, now=NOW)
    with pytest.raises(Overtaken):
        report(request=stale, user=county(), on=TODAY, now=NOW)
    with pytest.raises(Refused, match="已报送"):
        report(request=OwnRequest.objects.get(pk=request.pk), user=county(), on=TODAY, now=NOW)
