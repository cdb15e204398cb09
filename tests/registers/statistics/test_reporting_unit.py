"""The directory: units come in, change and go with evidence, each in a survey of its trade."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.statistics.surveys import do, listed, people, reporter, unit
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_unit_comes_changes_and_goes() -> None:
    clerk, head = people()
    record = do(unit(), "list", head, date(2023, 1, 3))
    do(record, "ask_change", reporter(), date(2023, 3, 1), change_words="更名", evidence="变更登记")
    do(record, "change", head, date(2023, 3, 3), changed_on=date(2023, 3, 3))
    do(record, "ask_leave", clerk, date(2023, 6, 1), reason="停业", evidence="注销通知")
    assert do(record, "leave", head, date(2023, 6, 5)).gone_on == date(2023, 6, 5)


def test_what_is_not_granted_stays_as_it_was() -> None:
    clerk, head = people()
    record = listed()
    do(record, "ask_change", clerk, date(2023, 3, 1), change_words="更名", evidence="变更登记")
    do(record, "keep", head, date(2023, 3, 3), reason="依据不足")
    do(record, "ask_leave", clerk, date(2023, 4, 3), reason="停业", evidence="停业报告")
    assert do(record, "stay", head, date(2023, 4, 4), reason="仍在营业").state == "listed"
    assert do(unit(2), "refuse", clerk, date(2023, 1, 4), reason="不在范围").state == "refused"


def test_a_unit_without_evidence_is_not_listed() -> None:
    _, head = people()
    with pytest.raises(Refused, match="须有依据"):
        do(unit(evidence=None), "list", head, date(2023, 1, 3))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"survey": "bus"}, "不在这种调查的范围内"),
        ({"division": "430405"}, "须为 12 位数字"),
        ({"industry": "54A1"}, "须为 4 位数字"),
    ],
)
def test_a_unit_that_cannot_be_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        unit(**values)


def test_an_operator_is_in_a_survey_once_until_it_has_gone() -> None:
    clerk, head = people()
    first = listed()
    again = {"unit_no": "客099", "operator": first.operator}
    with pytest.raises(Refused, match="已有相同的记录"):
        unit(98, **again)
    do(first, "ask_leave", clerk, date(2023, 6, 1), reason="停业", evidence="注销通知")
    do(first, "leave", head, date(2023, 6, 5))
    assert unit(97, **again).pk
