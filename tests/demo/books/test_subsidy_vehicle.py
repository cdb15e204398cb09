"""补贴申报车辆台账 of the demonstration."""

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.registers.subsidies.subsidy_formula import SubsidyKind
from yunguan.registers.subsidies.subsidy_vehicle import POOLS


def test_claims_are_in_every_state(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("subsidy_vehicle"))
    assert set(states) == {"claimed", "returned", "first_checked", "confirmed", "excluded"}


def test_no_vehicle_is_in_two_pools_that_exclude_each_other(centre: Centre) -> None:
    plans = {row["plan_no"]: row for row in centre.rows("subsidy_plan")}
    taken = [
        (row["plate"], plans[row["plan"]]["year"], POOLS[SubsidyKind(plans[row["plan"]]["kind"])])
        for row in centre.rows("subsidy_vehicle")
        if row["state"] != "excluded"
    ]
    assert len(set(taken)) == len(taken)
