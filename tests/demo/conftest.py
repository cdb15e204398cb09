"""One demonstration centre for all tests of it: its rows are only read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yunguan.demo.build import SEED
from yunguan.demo.centre import Centre
from yunguan.office.people import Role, User
from yunguan.office.services import open_account


@pytest.fixture(scope="session")
def centre() -> Centre:
    return Centre(SEED)


@pytest.fixture
def head_of(db: None) -> Callable[[str], User]:
    """Opens the account of a section's head."""

    def opened(section: str) -> User:
        return open_account(
            username=f"{section}.head", password="once", role=Role.HEAD, display_name="科长", unit=section
        )

    return opened
