"""统计月报台账 of the demonstration, with the whole survey."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre
from yunguan.registers.statistics.anomaly_inquiry import AnomalyInquiry
from yunguan.registers.statistics.auditing import breaks
from yunguan.registers.statistics.monthly_round import MonthlyRound, returns_of


@pytest.mark.django_db
def test_the_audit_finds_what_was_asked_about_and_nothing_else(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "vehicle", "monthly_value", "anomaly_inquiry")
    found = {
        (each.record.return_no, each.rule.rule_no, int(each.left * 100), int(each.right * 100))
        for task in MonthlyRound._base_manager.all()
        for each in breaks(task, list(returns_of(task).exclude(state="owed").select_related("unit")))
    }
    asked = AnomalyInquiry._base_manager.exclude(state="corrected").select_related("monthly_return", "check_rule")
    assert found == {
        (each.monthly_return.return_no, each.check_rule.rule_no, each.stated, each.expected) for each in asked
    }
    assert values("statistics.inquiries", "statistics.inquiries.corrected") == ["8", "3"]
    assert values("statistics.units.new", "statistics.units.changed", "statistics.units.gone") == ["4", "6", "2"]
