"""Figures of the civilised city."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.registers.general.cases import made


@pytest.mark.django_db
def test_banners_and_boards_of_the_topic_are_counted() -> None:
    for number, (topic, medium) in enumerate((("civic", "banner"), ("civic", "board"), ("safety", "banner"))):
        day = date(2023, 8, 3 + number)
        made("publicity", published_on=day, medium=medium, topic=topic, headline="标语", outlet="大院")
    assert values("civic.banners", "civic.boards") == ["1", "1"]
