"""All or nothing."""

from __future__ import annotations

import pytest

from tests.evaluation.judging import judged, share
from yunguan.evaluation.rules.yes_no import YesNo


@pytest.mark.parametrize(("reached", "expected"), [(True, "100.00"), (False, "0.00"), (None, "-")])
def test_done_earns_all_points(expected: str, *, reached: bool | None) -> None:
    assert share(YesNo(), None, reached) == expected


def test_a_number_is_no_answer() -> None:
    with pytest.raises(TypeError, match="类型不符"):
        judged(YesNo(), None, "1")


def test_not_done_owes_a_reason() -> None:
    assert judged(YesNo(), None, reached=False).reason_owed
