"""Figures of the publicity of the spring rush."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import made


@pytest.mark.django_db
def test_only_pieces_about_the_spring_rush_count() -> None:
    day = date(2023, 1, 20)
    for topic, medium, issue in (("spring", "briefing", 1), ("spring", "press", None), ("safety", "press", None)):
        headline = f"{topic}{medium}"
        made(
            "publicity", published_on=day, medium=medium, topic=topic, headline=headline, outlet="媒体", issue_no=issue
        )
    assert values("spring.briefings", "spring.press") == ["1", "1"]
