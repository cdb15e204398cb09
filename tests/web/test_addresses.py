"""Every address, every role, both methods, against a reviewed table; an address that is not in the table fails."""

from __future__ import annotations

import csv
from copy import deepcopy
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from tests.web.addresses import addresses, sample
from tests.web.world import ACCOUNTS, World, client_of

pytestmark = pytest.mark.once
TABLE = Path(__file__).with_name("addresses.csv")
ROLES = ("anonymous", *ACCOUNTS)


def reviewed() -> dict[tuple[str, str], dict[str, str]]:
    with TABLE.open(encoding="utf-8") as file:
        return {(row["address"], row["method"]): row for row in csv.DictReader(file)}


def test_every_address_is_in_the_reviewed_table() -> None:
    found = {(each.name, method) for each in addresses() for method in ("GET", "POST")}
    assert found == reviewed().keys()


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_a_role_as_reviewed(world: World, role: str) -> None:
    client = Client() if role == "anonymous" else client_of(role)
    wrong = []
    for address in addresses():
        for method in ("GET", "POST"):
            answer = _status(client, method, sample(address, world))
            expected = int(reviewed()[address.name, method][role])
            if answer != expected:
                wrong.append(f"{address.name} {method}: {answer}, expected {expected}")
    assert wrong == []


def _status(client: Client, method: str, url: str) -> int:
    """One call whose writes are taken back, so that the next one meets the same centre and the same session."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        status = client.generic(method, url, content_type="application/x-www-form-urlencoded").status_code
        transaction.set_rollback(True)
    client.cookies = cookies
    return status
