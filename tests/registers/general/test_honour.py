"""Honours: their days."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.complaints import complains_about


@pytest.mark.parametrize(("until", "expected"), [(None, []), (date(2026, 2, 27), []), (date(2022, 1, 1), ["valid_to"])])
def test_an_honour_is_not_over_before_it_was_given(until: date | None, expected: list[str]) -> None:
    assert complains_about("honour", awarded_on=date(2023, 2, 27), valid_to=until, state="valid") == expected
