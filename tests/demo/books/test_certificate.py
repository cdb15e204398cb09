"""从业资格证发放台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, targets


def test_all_of_the_year_are_electronic_and_the_year_before_was_not(centre: Centre) -> None:
    rows = centre.rows("certificate")
    of_year = [row["medium"] != "paper" for row in rows if row["issued_on"].year == YEAR]
    before = [row["medium"] != "paper" for row in rows if row["issued_on"].year == YEAR - 1]
    assert 100 * sum(of_year) / len(of_year) == targets()["certificates.electronic_rate"].value
    assert 0 < sum(before) < len(before)


def test_one_certificate_a_person_and_category_is_valid(centre: Centre) -> None:
    valid = Counter(
        (row["identity_number"], row["category"]) for row in centre.rows("certificate") if row["state"] == "valid"
    )
    assert set(valid.values()) == {1}


def test_every_state_occurs(centre: Centre) -> None:
    states = {row["state"] for row in centre.rows("certificate")}
    assert states == {"pending", "failed", "valid", "replaced", "expired", "cancelled"}
