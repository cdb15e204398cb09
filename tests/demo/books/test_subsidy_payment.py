"""补贴拨付台账 of the demonstration."""

from decimal import Decimal

from yunguan.demo.centre import Centre


def test_payments_come_to_the_pool_and_some_still_wait(centre: Centre) -> None:
    rows = centre.rows("subsidy_payment")
    amounts = {row["plan_no"]: row["amount"] for row in centre.rows("subsidy_plan")}
    for plan in {row["plan"] for row in rows}:
        assert sum((row["amount"] for row in rows if row["plan"] == plan), Decimal()) == amounts[plan]
    assert {row["state"] for row in rows} == {"paid", "bounced", "prepared"}
