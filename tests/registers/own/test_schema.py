"""Tables made inside a transaction, on either database."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from tests.registers.own.making import defined, definition, field, row
from yunguan.registers.own import schema
from yunguan.registers.own.definition import Definition, FieldKind, Unique, from_json
from yunguan.registers.own.refresh import draft_of

pytestmark = pytest.mark.django_db


def stored() -> Definition:
    return from_json(defined().definition)


def columns(table: str) -> set[str]:
    with connection.cursor() as cursor:
        return {each.name for each in connection.introspection.get_table_description(cursor, table)}


def test_a_book_gets_its_table_and_one_for_its_history() -> None:
    stored()
    wanted = {"id", "area", "state", "kept_by", "c1", "c7"}
    assert wanted <= columns("own_book_danger")
    assert wanted | {"history_date", "history_user_id"} <= columns("own_historicalbook_danger")


@pytest.mark.parametrize("kind", list(FieldKind))
def test_a_column_of_every_kind_is_added_while_rows_are_there(kind: FieldKind) -> None:
    before = stored()
    row(1)
    choices = (("1", "甲"),) if kind is FieldKind.CHOICE else ()
    new = replace(field("新列", kind, choices=choices, places=1), name="c8" if kind is not FieldKind.AREA else "area")
    after = replace(before, fields=(*before.fields, new))
    model = draft_of(after)
    if kind is not FieldKind.AREA:
        schema.add_columns(model, ["c8"])
    assert model._base_manager.count() == 1


def test_the_database_itself_holds_the_key_unique_and_another_key_later() -> None:
    before = stored()
    row(1)
    number, day = before.fields[:2]
    changed = (replace(number, unique=Unique.NO), replace(day, unique=Unique.TOGETHER), *before.fields[2:])
    model = draft_of(before)
    copy = {"c1": "YH-001", "c2": "2026-01-02", "area": "430400", "state": "valid", "created_at": "2026-03-02T00:00Z"}
    with pytest.raises(IntegrityError), transaction.atomic():
        model._base_manager.create(**copy)
    schema.change_unique(model, before, replace(before, fields=changed))
    assert model._base_manager.create(**copy).pk


def test_what_is_rolled_back_leaves_no_table() -> None:
    draft = definition(period="").settled()
    named = replace(draft, fields=tuple(replace(each, name=f"c{n}") for n, each in enumerate(draft.fields)))
    with transaction.atomic():
        schema.create_tables(draft_of(named), named)
        assert "own_book_danger" in connection.introspection.table_names()
        transaction.set_rollback(True)
    assert "own_book_danger" not in connection.introspection.table_names()
