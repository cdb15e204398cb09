"""Figures of publicity."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import made


@pytest.mark.django_db
def test_pieces_are_counted_by_medium_and_copies_added_up() -> None:
    day = date(2023, 6, 26)
    for medium, copies in (("poster", 100), ("manual", 50), ("press", None)):
        piece: dict[str, Any] = {
            "medium": medium,
            "topic": "drugs",
            "headline": medium,
            "outlet": "广场",
            "copies": copies,
        }
        made("publicity", published_on=day, **piece)
    assert values("publicity.pieces", "publicity.press", "publicity.copies") == ["3", "1", "150"]
