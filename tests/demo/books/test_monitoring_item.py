"""绩效监控指标 of the demonstration."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.demo.books.taken import kept, take_over
from yunguan.demo.centre import Centre
from yunguan.evaluation.schemes.hunan_department_2023 import HUNAN_DEPARTMENT_2023


@pytest.mark.django_db
def test_every_goal_is_watched_and_three_indicators_may_be_missed(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "monitoring_item")
    items = kept("monitoring_item").select_related("monitoring__goal")
    assert Counter(item.forecast for item in items) == {"will": 22, "may": 3}
    assert {item.monitoring.goal.subject for item in items} == {"department", "DLYSFW", "YBSJ", "LLRYPX"}


def test_what_is_watched_of_the_centre_are_indicators_of_its_scheme(centre: Centre) -> None:
    watched = {row["item_id"] for row in centre.rows("monitoring_item") if row["monitoring"].startswith("2023-BM")}
    assert watched <= {item.id for item in HUNAN_DEPARTMENT_2023.items()}
