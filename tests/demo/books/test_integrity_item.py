"""诚信考核记分标准 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_size_of_deduction_occurs(centre: Centre) -> None:
    assert {row["points"] for row in centre.rows("integrity_item")} == {1, 3, 5, 10, 20}
