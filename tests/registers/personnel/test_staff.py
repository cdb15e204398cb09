"""Staff: what must be put right."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.complaints import complains_about

JOINED = {"joined_on": date(2010, 9, 1)}


@pytest.mark.parametrize("column", ["retired_on", "left_on"])
def test_nobody_goes_before_coming(column: str) -> None:
    assert complains_about("staff", **JOINED, **{column: date(2010, 8, 31)}) == [column]
    assert complains_about("staff", **JOINED, **{column: date(2023, 8, 31)}) == []
