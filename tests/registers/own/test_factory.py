"""A book made of a definition behaves as a declared one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import operator
from tests.registers.own.making import FIELDS, NOW, clerk, county, defined, field, row, the_book, with_area
from yunguan.core.columns import Kind
from yunguan.office.workflow.runtime import Order, Refused, move
from yunguan.registers.own.definition import FieldKind
from yunguan.registers.selectors import changes_of
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db
KINDS = {
    FieldKind.PERCENT: Kind.DECIMAL,
    FieldKind.DECIMAL: Kind.DECIMAL,
    FieldKind.OPERATOR: Kind.REFERENCE,
}


@pytest.mark.parametrize("kind", [each for each in FieldKind if each is not FieldKind.AREA])
def test_every_kind_of_column_is_a_kind_of_cell(kind: FieldKind) -> None:
    choices = (("", "甲"),) if kind is FieldKind.CHOICE else ()
    defined(fields=(*FIELDS, field("新列", kind, choices=choices, places=2 if kind is FieldKind.DECIMAL else 0)))
    column = the_book().by_name["c8"]
    assert column.kind is KINDS.get(kind, Kind(kind.value) if kind not in KINDS else None)
    assert column.personal is (kind in {FieldKind.IDENTITY_NUMBER, FieldKind.MOBILE})


def test_codes_are_checked_as_everywhere() -> None:
    defined(fields=(*FIELDS, field("车牌", FieldKind.PLATE)))
    with pytest.raises(Refused, match="号牌"):
        row(1, c8="湘D1")


def test_an_operator_is_a_reference() -> None:
    defined(fields=(*FIELDS, field("企业", FieldKind.OPERATOR)))
    owner = operator(1)
    assert row(1, c8=owner).c8 == owner  # type: ignore[attr-defined]
    assert the_book().references == {"c8": "operator"}


def test_who_changed_what_is_kept() -> None:
    defined()
    record = row(1)
    change(record=record, values={"c6": 9}, user=clerk(), now=NOW, reason="复查")
    newest, _ = changes_of(record)
    assert newest[1] == [("隐患数", 2, 9)]
    assert newest[0].history_user == clerk()


def test_a_void_row_no_longer_counts_and_may_come_back() -> None:
    defined()
    record = row(1)
    move(record, Order("void", clerk(), date(2026, 3, 2), NOW, reason="重复登记"))
    assert record.state == "void"
    move(record, Order("restore", clerk(), date(2026, 3, 2), NOW, reason="误作废"))
    assert record.state == "valid"
    assert record.history.count() == 3


def test_a_row_without_area_belongs_to_the_fillers_seat() -> None:
    with_area()
    assert row(1, clerk()).area == "430400"
    assert county().unit is not None


def test_the_line_of_a_row_says_its_key_in_words() -> None:
    with_area()
    assert str(row(3)) == "YH-003"
