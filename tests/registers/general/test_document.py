"""Documents: the number of GB/T 9704, and the way to the archive."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import document
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

DATED = {"dated_on": date(2023, 3, 1), "registered_on": date(2023, 3, 3), "state": "registered"}


@pytest.mark.parametrize("number", ["衡市交安监字〔2023〕43号", "衡道运党〔2023〕5号", None, ""])
def test_a_number_of_the_standard_is_taken(number: str | None) -> None:
    assert complains_about("document", doc_no=number, **DATED) == []


@pytest.mark.parametrize(
    "number",
    [
        "衡市交安监字【2023】43号",
        "衡市交安监字[2023]43号",
        "衡市交（2023）43号",
        "衡道运党〔23〕5号",
        "衡道运党〔2023〕005号",
        "衡道运党〔2023〕第5号",
        "〔2023〕5号",
    ],
)
def test_any_other_number_is_refused(number: str) -> None:
    assert complains_about("document", doc_no=number, **DATED) == ["doc_no"]


def test_the_year_of_the_number_is_compared_with_the_day() -> None:
    assert complains_about("document", doc_no="衡道运党〔2022〕5号", **DATED) == ["doc_no"]


@pytest.mark.django_db
def test_a_document_is_circulated_and_archived() -> None:
    clerk, head = account(Role.CLERK, "general"), account(Role.HEAD, "general")
    record = document(reply_by=date(2023, 3, 20))
    assert record.due_on == date(2023, 3, 20)
    step(record, "circulate", head, date(2023, 3, 6), instruction="请安全科办理")
    with pytest.raises(Refused, match="办理结果"):
        step(record, "archive", clerk, date(2023, 3, 10))
    step(record, "archive", clerk, date(2023, 3, 10), result="已落实")
    assert (record.state, record.due_on) == ("archived", None)
    assert step(document(2), "repeal", head, date(2023, 3, 10), "已有新规定").state == "repealed"


@pytest.mark.django_db
def test_two_documents_have_no_number_in_common() -> None:
    document(1, doc_no="衡市交安监字〔2023〕43号")
    with pytest.raises(Refused, match="相同的记录"):
        document(2, doc_no="衡市交安监字〔2023〕43号")
