"""How stations fare."""

from __future__ import annotations

import pytest

from tests.registers.stations.terminal import application, month, station
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of


@pytest.mark.django_db
def test_losses_and_debts_are_counted_by_station() -> None:
    first, second = station(1), station(2, grade="9")
    month(first, wages_owed_months=1, wages_owed=1)
    month(second, profit=1, insurance_owed=1)
    application(first)
    ids = ["graded", "suspended", "in_loss", "loss_rate", "owing_wages", "owing_insurance", "satisfied.named"]
    found = figures(question_of(Period.year(2023)), [f"stations.{each}" for each in ids])
    assert [figure.value for figure in found.values()] == [1, 0, 1, 50, 1, 1, 0]
