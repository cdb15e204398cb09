"""What moves share."""

from __future__ import annotations

from datetime import date
from typing import Any

from yunguan.core.workflow import Context
from yunguan.registers.book import book
from yunguan.registers.moves import as_given, wanted, wanting


def test_a_column_is_wanted_unless_the_record_has_it_or_the_move_gives_it() -> None:
    record: Any = book("measure").model()
    record.situation = "已启动"
    context = Context(date(2024, 1, 3), {"owner": "承办员"})
    found = list(wanted(record, context, "situation", "owner", "answer"))
    assert [problem.field for problem in found] == ["answer"]
    assert found[0].message == "办理这一步须填写“下年度说明”。"
    assert list(wanting("situation")(record, context)) == []


def test_nothing_is_filled_in_where_nothing_follows() -> None:
    assert as_given(book("measure").model(), Context(date(2024, 1, 3))) == {}
