"""Watched indicators: whatever may be missed owes a reason and a measure."""

from __future__ import annotations

import pytest

from tests.evaluation.cases import monitored, monitoring
from tests.registers.complaints import complains_about
from yunguan.core.finding import Severity
from yunguan.office.workflow.runtime import Refused


@pytest.mark.parametrize(
    ("forecast", "told", "expected"),
    [
        ("will", {}, []),
        ("may", {}, ["reason", "measure"]),
        ("cannot", {"reason": "客流下降。"}, ["measure"]),
        ("may", {"reason": "客流下降。", "measure": "增加场次。"}, []),
        ("will", {"deviation": "略慢"}, ["reason"]),
    ],
)
def test_a_forecast_owes_what_it_owes(forecast: str, told: dict[str, str], expected: list[str]) -> None:
    assert complains_about("monitoring_item", forecast=forecast, **told) == expected


@pytest.mark.django_db
def test_an_indicator_that_may_be_missed_is_refused_without_a_measure() -> None:
    watch = monitoring()
    with pytest.raises(Refused, match="预计“完全不可能”完成的指标须填写“纠正措施”。"):
        monitored(watch, forecast="cannot", reason="客流下降。")


@pytest.mark.django_db
def test_a_deviation_that_will_be_made_good_is_only_asked_about() -> None:
    ((problem),) = monitored(monitoring(), deviation="略慢").problems()
    assert problem.severity is Severity.WARNING


@pytest.mark.django_db
def test_one_indicator_is_watched_once() -> None:
    watch = monitoring()
    monitored(watch)
    with pytest.raises(Refused, match="已有相同的记录"):
        monitored(watch)
