"""预警签收台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


def test_key_carriers_are_told_of_every_relayed_warning(centre: Centre) -> None:
    key = {row["uscc"] for row in centre.rows("operator") if row["key_carrier"]}
    relayed = [row["warning_no"] for row in centre.rows("warning_relay") if row.get("forwarded_on")]
    for number in relayed:
        told = {row["operator"] for row in centre.rows("warning_receipt") if row["warning"] == number}
        assert len(told & key) == 41


@pytest.mark.django_db
def test_the_workbooks_are_taken_over_and_tell_how_many_answered(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "warning_receipt")
    sent = [row for row in centre.rows("warning_receipt") if row["sent_on"].year == 2023]
    rate = 100 * sum(row["state"] == "acknowledged" for row in sent) / len(sent)
    told, answered = values("safety.warning_relay.told", "safety.warning_relay.acknowledged_rate")
    assert (told, answered) == (str(len(sent)), f"{rate:.1f}")
