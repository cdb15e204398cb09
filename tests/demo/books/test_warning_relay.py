"""预警转发台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_warnings_stand_in_every_state_and_level(centre: Centre) -> None:
    rows = centre.rows("warning_relay")
    assert {row["state"] for row in rows} == {"received", "forwarded", "lifted", "not_relayed"}
    assert {row["level"] for row in rows} == {"red", "orange", "yellow", "blue"}


def test_a_warning_goes_on_after_it_came(centre: Centre) -> None:
    told = [row for row in centre.rows("warning_relay") if row.get("forwarded_at")]
    assert all(row["issued_at"] < row["received_at"] < row["forwarded_at"] for row in told)
