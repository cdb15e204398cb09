"""Two schemes side by side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.evaluation.small import SMALL, with_item
from yunguan.evaluation.comparing import Difference
from yunguan.evaluation.editing import without
from yunguan.evaluation.scheme_differences import compare_schemes
from yunguan.evaluation.settings import Settings

FILED = "output.quantity.filed"


def test_a_scheme_is_no_different_from_itself() -> None:
    assert compare_schemes(SMALL, SMALL) == []


def test_points_of_an_item_are_told_before_and_after() -> None:
    found = compare_schemes(SMALL, with_item(FILED, points=Decimal(30)))
    assert [(each.title, each.differences) for each in found] == [("备案", (Difference("分值", "40", "30"),))]


def test_an_item_that_was_removed_is_told_under_its_name() -> None:
    found = compare_schemes(SMALL, without(SMALL, FILED))
    assert [(each.title, each.differences[0].after) for each in found] == [("备案", "删去")]


def test_settings_and_documents_are_compared_too() -> None:
    other = replace(SMALL, doc_no="测试〔2024〕2号", settings=Settings(places=1))
    changed = {one.label: (one.before, one.after) for each in compare_schemes(SMALL, other) for one in each.differences}
    assert changed == {"依据文件": ("测试〔2023〕1号", "测试〔2024〕2号"), "得分小数位": ("2 位", "1 位")}
