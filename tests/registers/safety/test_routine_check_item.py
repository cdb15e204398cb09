"""Results of a check, item by item."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.factories import operator
from tests.registers.safety.scenes import check, failed, head, item, list_in_force, template
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db


def test_an_item_belongs_to_the_list_of_the_check() -> None:
    listed, _ = list_in_force(head())
    stranger = item(template("WQ-9", sector="bus"), 0)
    with pytest.raises(Refused, match="不在本次排查所用的清单中"):
        failed(check(listed, operator(1)), stranger)


@pytest.mark.parametrize(("result", "finding"), [("failed", ""), ("passed", "灯不亮")])
def test_what_was_found_and_the_result_agree(result: str, finding: str) -> None:
    row = SimpleNamespace(
        item=SimpleNamespace(template_id=1), routine=SimpleNamespace(template_id=1), result=result, finding=finding
    )
    assert [each.field for each in book("routine_check_item").model.problems(row)] == ["finding"]  # type: ignore[arg-type]
