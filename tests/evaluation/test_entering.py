"""What people type for an item, read as its rule takes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.evaluation.entering import read_reached, write_reached
from yunguan.evaluation.rule import Reached, Rule
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.rules.checklist import Checklist, Clause
from yunguan.evaluation.rules.on_date import OnDate
from yunguan.evaluation.rules.yes_no import YesNo

LIST = Checklist((Clause("law", "合法"), Clause("whole", "完整")))


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (AtLeast(), "1，234.5", Decimal("1234.5")),
        (AtLeast(), "  ", None),
        (OnDate(), "2023年2月15日", date(2023, 2, 15)),
        (YesNo(), "否", False),
        (LIST, "law、whole", frozenset({"law", "whole"})),
        (LIST, "无", frozenset()),
    ],
)
def test_text_is_read_as_the_rule_takes_it(rule: Rule, text: str, expected: Reached | None) -> None:
    assert read_reached(rule, text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "words"),
    [
        (AtLeast(), "约20", "不是数字"),
        (OnDate(), "2月底", "不是日期"),
        (YesNo(), "对", "请填“是”或“否”"),
        (LIST, "law、other", "没有“other”这样的评价要点"),
    ],
)
def test_what_does_not_fit_is_refused(rule: Rule, text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read_reached(rule, text)


@given(st.sampled_from([AtLeast(), OnDate(), YesNo(), LIST]), st.data())
def test_writing_and_reading_is_identity(rule: Rule, data: st.DataObject) -> None:
    kinds: dict[type, st.SearchStrategy[Reached]] = {
        Decimal: st.decimals(-10000, 10000, places=2),
        date: st.dates(date(1990, 1, 1), date(2100, 1, 1)),
        bool: st.booleans(),
        frozenset: st.frozensets(st.sampled_from(["law", "whole"])),
    }
    value = data.draw(kinds[rule.takes])
    assert read_reached(rule, write_reached(value)) == value
