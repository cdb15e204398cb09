"""A definition as data."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.registers.own.making import definition, field
from yunguan.registers.own.definition import (
    FieldKind,
    FigureDefinition,
    Measure,
    Unique,
    Where,
    day_of,
    from_json,
)

RATE = FigureDefinition(
    "rate", "整改率", "%", Measure("count", tests=(Where("c5", "eq", value=True),)), Measure("count")
)


def test_a_definition_comes_back_from_json_as_it_was() -> None:
    whole = replace(definition(), figures=(RATE,), asked=frozenset({"430481", "passenger"}), period="")
    assert from_json(json.loads(json.dumps(whole.as_json()))) == whole


@pytest.mark.parametrize(
    "given", [{"title": "另一张表"}, {"purpose": "另一句话"}, {"closed": True}, {"figures": (RATE,)}]
)
def test_the_stamp_changes_with_anything_in_it(given: dict[str, object]) -> None:
    assert definition(**given).stamp != definition().stamp


def test_the_key_of_fillers_holds_who_they_are() -> None:
    asked = replace(
        definition(fields=(field("编号", unique=Unique.TOGETHER),)), asked=frozenset({"430481", "passenger"})
    )
    assert asked.key == ("", "area", "kept_by")
    assert [asked.areas_asked, asked.sections_asked] == [frozenset({"430481"}), frozenset({"passenger"})]


def test_a_column_that_never_repeats_is_the_key_where_none_go_together() -> None:
    alone = replace(field("编号", unique=Unique.ALONE), name="c1")
    assert definition(fields=(alone, field("备注"))).key == ("c1",)


def test_every_kind_has_a_word_and_a_column() -> None:
    assert all(kind.label and kind.column for kind in FieldKind)
    assert day_of("2026-03-02").isoformat() == "2026-03-02"
