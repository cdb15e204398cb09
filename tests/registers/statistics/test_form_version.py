"""Versions of forms: one holds on a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.statistics.surveys import made, version
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_version_holds_between_its_days() -> None:
    record = version(effective_to=date(2023, 12, 31))
    assert [record.holds_on(day) for day in (date(2021, 12, 31), date(2022, 1, 1), date(2024, 1, 1))] == [
        False,
        True,
        False,
    ]


def test_two_versions_of_a_form_do_not_overlap() -> None:
    form = version(effective_to=date(2023, 12, 31)).form
    new = {"form": form, "doc_no": "国统制〔2023〕9号"}
    with pytest.raises(Refused, match="启用期间重叠"):
        made("form_version", version_no="早", effective_from=date(2023, 12, 1), **new)
    assert made("form_version", version_no="新", effective_from=date(2024, 1, 1), **new).pk


def test_a_version_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refused, match="停用日期早于启用日期"):
        version(effective_to=date(2021, 1, 1))
