"""Defining, changing and closing a register of one's own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection

from tests.registers.own.making import FIELDS, NOW, clerk, defined, definition, field, head, row, the_book
from yunguan.office.workflow.runtime import Overtaken, Refused
from yunguan.registers.book import books
from yunguan.registers.own.definition import Definition, FieldKind, Unique, from_json
from yunguan.registers.own.services import close, define, redefine
from yunguan.registers.own.tables import OwnRegister
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


def stored(own: OwnRegister) -> Definition:
    own.refresh_from_db()
    return from_json(own.definition)


def test_a_defined_register_is_a_book_like_any_other() -> None:
    defined()
    assert [column.label for column in the_book().columns][:3] == ["隐患编号", "排查日期", "隐患等级"]
    made = row(1)
    assert str(made) == "YH-001"
    assert made.history.count() == 1


def test_only_a_head_defines_registers() -> None:
    with pytest.raises(Refused, match="科室负责人"):
        define(definition=definition(), user=clerk(), now=NOW)
    assert "own_danger" not in books()


def test_a_refused_definition_leaves_no_table_behind() -> None:
    with pytest.raises(Refused):
        defined(fields=())
    assert "own_book_danger" not in connection.introspection.table_names()


def test_a_code_is_given_where_none_is_typed() -> None:
    assert [defined(code="", title=title).code for title in ("甲表", "乙表")] == ["t1", "t2"]


def test_a_code_is_taken_once() -> None:
    defined()
    with pytest.raises(Refused, match="编码"):
        defined(title="另一张表")


def test_the_columns_that_tell_rows_apart_and_date_them_are_owed() -> None:
    assert [each.required for each in stored(defined()).fields][:2] == [True, True]


def test_a_column_is_added_and_rows_stay() -> None:
    own = defined()
    row(1)
    before = stored(own)
    after = replace(before, fields=(*before.fields, field("责任人", personal=True)))
    redefine(own=own, definition=after, version=own.version, user=head(), now=NOW)
    assert the_book().by_name["c8"].label == "责任人"
    row(2, c8="张平")
    assert [each.c8 for each in the_book().model._default_manager.order_by("pk")] == [None, "张平"]  # type: ignore[attr-defined]


def test_a_column_that_is_left_out_is_hidden_and_keeps_its_values() -> None:
    own = defined()
    record = row(1, c7="轮胎老化")
    before = stored(own)
    after = replace(before, fields=before.fields[:-1])
    redefine(own=own, definition=after, version=own.version, user=head(), now=NOW)
    assert "c7" not in the_book().by_name
    assert the_book().model._default_manager.get(pk=record.pk).c7 == "轮胎老化"  # type: ignore[attr-defined]


def test_labels_choices_and_what_is_owed_may_change() -> None:
    own = defined()
    row(1)
    before = stored(own)
    level = replace(before.fields[2], label="等级", choices=(("1", "一般隐患"), ("2", "重大"), ("", "特别重大")))
    after = replace(before, fields=(*before.fields[:2], level, *before.fields[3:]))
    redefine(own=own, definition=after, version=own.version, user=head(), now=NOW)
    assert the_book().by_name["c3"].choices == (("1", "一般隐患"), ("2", "重大"), ("3", "特别重大"))


def test_a_choice_that_rows_use_is_not_dropped() -> None:
    own = defined()
    row(1)
    before = stored(own)
    after = replace(before, fields=(*before.fields[:2], replace(before.fields[2], choices=(("2", "重大"),))))
    with pytest.raises(Refused, match="已有 1 条记录使用"):
        redefine(own=own, definition=after, version=own.version, user=head(), now=NOW)


def test_the_kind_of_a_column_does_not_change() -> None:
    own = defined()
    before = stored(own)
    after = replace(before, fields=(replace(before.fields[0], kind=FieldKind.LONG_TEXT), *before.fields[1:]))
    with pytest.raises(Refused, match="不能"):
        redefine(own=own, definition=after, version=own.version, user=head(), now=NOW)


def test_another_key_is_taken_only_where_the_rows_do_not_repeat() -> None:
    own = defined()
    row(1)
    row(2, c3="1")
    before = stored(own)
    level = replace(before.fields[2], unique=Unique.TOGETHER)
    number = replace(before.fields[0], unique=Unique.NO)
    after = replace(before, fields=(number, before.fields[1], level, *before.fields[3:]))
    with pytest.raises(Refused, match="重复"):
        redefine(own=own, definition=after, version=own.version, user=head(), now=NOW)
    dated = replace(before.fields[1], unique=Unique.TOGETHER)
    good = replace(after, fields=(number, dated, level, *before.fields[3:]))
    redefine(own=own, definition=good, version=own.version, user=head(), now=NOW)
    assert the_book().model.key_fields == ("c2", "c3")


def test_a_repeated_key_is_refused() -> None:
    defined()
    row(1)
    with pytest.raises(Refused, match="已有相同"):
        row(1)


def test_a_definition_that_somebody_changed_meanwhile_is_not_overwritten() -> None:
    own = defined()
    with pytest.raises(Overtaken):
        redefine(own=own, definition=stored(own), version=7, user=head(), now=NOW)


def test_another_sections_head_changes_nothing() -> None:
    own = defined()
    with pytest.raises(Refused, match="负责人"):
        redefine(own=own, definition=stored(own), version=1, user=head("passenger"), now=NOW)


def test_a_closed_register_keeps_everything_and_takes_nothing() -> None:
    own = defined()
    record = row(1)
    close(own=own, closed=True, user=head(), now=NOW)
    with pytest.raises(Refused, match="已停用"):
        row(2)
    with pytest.raises(Refused, match="已停用"):
        change(record=the_book().model._default_manager.get(pk=record.pk), values={"c6": 1}, user=clerk(), now=NOW)
    close(own=own, closed=False, user=head(), now=NOW)
    assert row(2).pk


def test_who_changed_the_definition_and_when_stands_in_its_history() -> None:
    own = defined()
    close(own=own, closed=True, user=head(), now=NOW)
    reasons = own.history.values_list("history_change_reason", flat=True)
    assert list(reasons) == ["停用", "建立"]
    assert len(FIELDS) == len(stored(own).fields)
