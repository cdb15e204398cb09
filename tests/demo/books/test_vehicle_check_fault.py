"""实车核查不合格项目台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_check_that_failed_has_a_fault_and_no_other_has(centre: Centre) -> None:
    failed = {row["check_no"] for row in centre.rows("vehicle_check") if row["failed_on"]}
    assert {row["inspection"] for row in centre.rows("vehicle_check_fault")} == failed
