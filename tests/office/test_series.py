"""Numbers given out by the house."""

from __future__ import annotations

import pytest

from yunguan.office.series import NumberSeries, next_number, pattern_problem

PATTERN = "备〔{年度}〕{序号3}号"


def never(number: str) -> bool:
    return False


@pytest.mark.django_db
def test_each_year_begins_anew_and_keeps_the_pattern_a_user_chose() -> None:
    assert next_number("x", 2023, PATTERN, never) == "备〔2023〕001号"
    NumberSeries.objects.filter(code="x").update(pattern="衡备{年度}-{序号}")
    assert next_number("x", 2023, PATTERN, never) == "衡备2023-2"
    assert next_number("x", 2024, PATTERN, never) == "衡备2024-1"


@pytest.mark.parametrize("pattern", ["备{number}", "备{年度}", "备{序号}", "备{年度}{序号}{x}"])
def test_a_pattern_that_would_repeat_numbers_is_refused(pattern: str) -> None:
    assert pattern_problem(pattern)


def test_a_good_pattern_has_no_problem() -> None:
    assert pattern_problem(PATTERN) is None
