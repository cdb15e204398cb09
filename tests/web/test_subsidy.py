"""The page of a subsidy: who may calculate, and a county that claims a vehicle of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.subsidies.pools import calculated, claimed_pool, formula, plan, recipient, vehicle
from tests.web.world import LEIYANG, account, client_of, operator
from yunguan.registers.subsidies.running import runs_of
from yunguan.registers.subsidies.subsidy_vehicle import SubsidyVehicle

pytestmark = pytest.mark.django_db


def divided() -> Any:
    """A pool that was divided once."""
    return calculated(claimed_pool((12, 6)), account("urban_clerk"), account("urban_head"))


def test_calculating_again_wants_a_reason_and_keeps_the_run_before() -> None:
    pool = divided()
    client = client_of("urban_clerk")
    assert client.post(f"/subsidies/{pool.pk}/", {"reason": " "}).status_code == 422
    assert client.post(f"/subsidies/{pool.pk}/", {"reason": "复核"}).status_code == 302
    assert [run.state for run in runs_of(pool)] == ["superseded", "current"]


def test_another_section_looks_but_does_not_calculate() -> None:
    pool = divided()
    client = client_of("clerk")
    assert "测算办法" in client.get(f"/subsidies/{pool.pk}/").content.decode()
    assert client.post(f"/subsidies/{pool.pk}/", {"reason": "复核"}).status_code == 403
    assert client.get(f"/subsidies/{pool.pk}/notice/").status_code == 200


def test_a_county_claims_a_vehicle_in_a_pool_of_the_centre() -> None:
    formula()
    owner = operator(sector="taxi", key_carrier=False)
    who, pool = recipient(owner), plan()
    vehicle(owner, 7)
    typed = {
        "plan": pool.plan_no,
        "plate": "湘D00007",
        "plate_colour": "1",
        "recipient": who.recipient_no,
        "energy": "fuel",
        "months": "12",
        "standing": "good",
        "claimed_on": date(2026, 3, 2).isoformat(),
    }
    answer = client_of("county").post("/registers/subsidy_vehicle/new/", typed)
    assert answer.status_code == 302, answer.content.decode()
    assert SubsidyVehicle._base_manager.get().area == LEIYANG
