"""从业人员名录 of the demonstration."""

from __future__ import annotations

from yunguan.core.codes import identity_number
from yunguan.demo.centre import Centre
from yunguan.demo.targets import LAST_DAY


def test_nobody_drives_for_a_living_before_being_of_age(centre: Centre) -> None:
    for row in centre.rows("practitioner"):
        assert identity_number.age(row["identity_number"], row["first_issued_on"]) >= 21


def test_whoever_is_valid_has_not_expired(centre: Centre) -> None:
    rows = centre.rows("practitioner")
    assert all(row["valid_to"] > LAST_DAY for row in rows if row["state"] == "valid")
    assert all(row["valid_to"] < row["expired_on"] for row in rows if row["state"] == "expired")
    assert {row["state"] for row in rows} == {"valid", "expired", "cancelled"}
