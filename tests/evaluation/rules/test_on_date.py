"""By the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.evaluation.judging import aim, judged, share
from yunguan.evaluation.rules.on_date import OnDate
from yunguan.evaluation.settings import Settings

DAY = date(2023, 2, 28)
HALF = Settings(late_share=Decimal("0.5"))


@pytest.mark.parametrize(
    ("reached", "settings", "expected"),
    [
        (DAY, None, "100.00"),
        (date(2023, 1, 5), None, "100.00"),
        (date(2023, 3, 1), None, "0.00"),
        (date(2023, 3, 1), HALF, "50.00"),
        (None, None, "-"),
    ],
)
def test_in_time_earns_all_points(reached: date | None, settings: Settings | None, expected: str) -> None:
    assert share(OnDate(), DAY, reached, settings) == expected


def test_lateness_is_told_in_days() -> None:
    assert "逾期 2 天" in judged(OnDate(), DAY, date(2023, 3, 2)).says


def test_a_number_is_no_day_to_aim_at() -> None:
    assert list(OnDate().problems(aim("30"))) == ["时效指标的目标值应是日期。"]
