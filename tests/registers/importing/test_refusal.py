"""Every row of a file has exactly one outcome, and what is personal does not stand in a refusal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.layout import Skipped
from yunguan.registers.importing.refusal import Refusal, RowOutcome, Unaccounted, outcomes, shown
from yunguan.registers.importing.values import CellError, CellValue, NoValue


def refusal(row: int) -> Refusal:
    return Refusal("车辆", row, "C", "号牌号码", "湘D1", "太短。", "请补全。")


def test_accepted_skipped_and_refused_rows_are_all_rows() -> None:
    found = outcomes(4, [3], [Skipped(1, "表头"), Skipped(2, "空行")], [refusal(4), refusal(4)])
    assert found == {1: RowOutcome.SKIPPED, 2: RowOutcome.SKIPPED, 3: RowOutcome.ACCEPTED, 4: RowOutcome.REFUSED}


@pytest.mark.parametrize(("rows", "accepted"), [(4, [3]), (2, [2]), (3, [3, 3]), (2, [3])])
def test_a_row_without_an_outcome_or_with_two_is_a_fault(rows: int, accepted: list[int]) -> None:
    with pytest.raises(Unaccounted):
        outcomes(rows, accepted, [Skipped(1, "表头")], [refusal(2)])


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("11010519491231002X", Kind.IDENTITY_NUMBER, "1101************2X"),
        (Decimal(430402199001011234), Kind.IDENTITY_NUMBER, "4304************34"),
        ("13800138000", Kind.MOBILE, "138****8000"),
        (None, Kind.TEXT, ""),
        (Decimal("1E+3"), Kind.DECIMAL, "1000"),
        (date(2023, 4, 3), Kind.DATE, "2023-04-03"),
        (CellError("#N/A"), Kind.TEXT, "#N/A"),
        (NoValue("A1+1"), Kind.TEXT, "=A1+1"),
        (True, Kind.BOOLEAN, "TRUE"),
        ("长" * 100, Kind.TEXT, "长" * 60 + "…"),
    ],
)
def test_a_value_is_shown_as_it_stands_and_masked_where_it_is_personal(value: CellValue, kind: Kind, text: str) -> None:
    assert shown(value, Column("x", "列", kind)) == text


def test_a_column_that_is_declared_personal_is_masked_too() -> None:
    assert shown("张三丰", Column("name", "姓名", Kind.TEXT, personal=True)) == "张**"


def test_a_refusal_reads_as_a_sentence_with_its_place() -> None:
    assert str(refusal(7)) == "工作表“车辆”C7“号牌号码”（湘D1）：太短。请补全。"
