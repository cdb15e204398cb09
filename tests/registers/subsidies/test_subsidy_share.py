"""Shares: of the right pool, never negative, not rewritten."""

from __future__ import annotations

import pytest

from tests.factories import NOW
from tests.registers.subsidies.pools import calculated, claimed_pool, people, plan
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.running import current, shares_of
from yunguan.registers.subsidies.subsidy_share import SubsidyShare
from yunguan.registers.subsidies.subsidy_vehicle import SubsidyVehicle


def complaints(**values: int) -> list[str]:
    """What a share of the right pool complains about."""
    from yunguan.registers.subsidies.subsidy_calculation import SubsidyCalculation  # noqa: PLC0415 - short

    known = {"claim": SubsidyVehicle(plan_id=1), "calculation": SubsidyCalculation(plan_id=1)}
    return [problem.field for problem in SubsidyShare(**known, **values).problems()]


def test_a_share_is_not_negative_and_nothing_weighs_nothing() -> None:
    assert complaints(weight=1, amount=1) == []
    assert complaints(weight=1, amount=-1) == ["amount"]
    assert complaints(weight=0, amount=1) == ["amount"]


@pytest.mark.django_db
def test_a_share_stays_in_its_area_and_is_not_rewritten() -> None:
    clerk, head = people()
    share = shares_of(current(calculated(claimed_pool(), clerk, head)))[0]
    assert share.area == "430405"
    with pytest.raises(Refused, match="请重新测算"):
        change(record=share, values={"amount": 1}, user=head, now=NOW)


@pytest.mark.django_db
def test_a_share_of_another_pool_is_refused() -> None:
    clerk, head = people()
    run = current(calculated(claimed_pool(), clerk, head))
    assert run is not None
    other = SubsidyVehicle(plan=plan("别的"), plate="湘D00077", plate_colour="1", area="430405")
    found = SubsidyShare(calculation=run, claim=other, weight=1, amount=1).problems()
    assert [problem.field for problem in found] == ["claim"]
