"""Where the demonstration is built: what it comes to is told by tests/story/test_hengyang.py."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from yunguan.demo.build import Occupied, build
from yunguan.office.people import Role
from yunguan.office.services import open_account

NOW = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_a_real_centres_home_is_left_alone(tmp_path: Path) -> None:
    open_account(username="zhang", password="once", role=Role.CLERK, display_name="经办人", unit="safety")
    with pytest.raises(Occupied, match="zhang"):
        build(tmp_path, now=NOW, token=lambda: "once")
    assert list(tmp_path.iterdir()) == []
