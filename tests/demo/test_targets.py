"""The published figures as the generator reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yunguan.demo.targets import aim, last_day_of, targets

GOLDEN = Path(__file__).parents[1] / "golden" / "figures.csv"


def test_a_year_and_a_month_mean_their_last_day() -> None:
    assert last_day_of("2022") == date(2022, 12, 31)
    assert last_day_of("2023-10") == date(2023, 10, 31)
    assert last_day_of("2023-11-30") == date(2023, 11, 30)


def test_every_published_figure_is_a_target() -> None:
    ids = [line.split(",")[0] for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]
    assert list(targets()) == ids


def test_rows_cannot_be_made_to_come_to_a_part() -> None:
    assert aim("plates.charter") == 21525
    with pytest.raises(ValueError, match="不是整数"):
        aim("finance.basic.executed")
