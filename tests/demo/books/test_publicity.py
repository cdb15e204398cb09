"""宣传台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_what_was_published_comes_to_the_published_figures(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "publicity")
    assert values("spring.briefings", "spring.press", "civic.banners", "civic.boards") == ["9", "5", "2", "1"]
