"""学习平台积分月报 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_every_member_has_twelve_months_and_who_falls_behind_is_talked_with(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "study_score")
    members, below, told, talked = values("study.members", "study.below", "study.told", "study.talked")
    assert members == "41"
    assert int(below) > 0
    assert below == told == talked
