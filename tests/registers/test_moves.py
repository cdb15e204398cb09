"""What moves share."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yunguan.core.workflow import Context, Transition
from yunguan.registers.book import book
from yunguan.registers.moves import value_of, wanted, wanting


def test_a_column_is_wanted_unless_the_record_has_it_or_the_move_gives_it() -> None:
    record: Any = book("measure").model()
    record.situation = "已启动"
    context = Context(date(2024, 1, 3), {"owner": "承办员"})
    found = list(wanted(record, context, "situation", "owner", "answer"))
    assert [problem.field for problem in found] == ["answer"]
    assert found[0].message == "办理这一步须填写“下年度说明”。"
    assert list(wanting("situation")(record, context)) == []


def test_what_a_move_gives_stands_before_what_the_record_has() -> None:
    record: Any = book("measure").model()
    record.situation, record.answer = "已启动", "已完成"
    context = Context(date(2024, 1, 3), {"situation": "已过半", "answer": ""})
    assert [value_of(record, context, name) for name in ("situation", "answer")] == ["已过半", "已完成"]


@pytest.mark.parametrize(
    ("move", "demands"),
    [
        ({}, True),
        ({"owed": False}, False),
        ({"fills": lambda _record, _context: {}}, False),
    ],
)
def test_a_move_demands_all_it_asks_for_unless_guard_or_house_see_to_it(move: dict[str, Any], *, demands: bool) -> None:
    assert Transition("a", "办理", ("x",), "y", frozenset(), asks=("note",), **move).demands is demands
