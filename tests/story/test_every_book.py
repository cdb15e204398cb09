"""Every register of the demonstration: written and read again, mistaken in every way, moved where it may not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.houses import house
from tests.story.homes import Home, sheets

pytestmark = pytest.mark.slow


def test_every_register_written_and_read_into_an_empty_home_has_the_same_rows(demo: Home, tmp_path: Path) -> None:
    workbooks = tmp_path / "exported"
    workbooks.mkdir()
    before = demo.script("round_trip", str(workbooks))
    with house(tmp_path / "home") as environment:
        empty = Home(environment, tmp_path / "home", demo.built)
        code, reports = empty.imported(workbooks)
        refused = [each for sheet in sheets(reports) for each in (*sheet["refused"][:2], *sheet["questions"])]
        assert (code, refused) == (0, [])
        after = empty.script("round_trip")
    assert {name: rows for name, rows in before.items() if rows != after[name]} == {}
    assert sum(count for count, _ in before.values()) > 30_000


def test_every_kind_of_mistake_gets_one_message_in_every_register(demo: Home, tmp_path: Path) -> None:
    found = demo.script("mistakes", str(demo.folder / "input"), str(tmp_path))
    assert found["wrong"] == {}
    assert min(found["tried"].values()) >= 2


def test_every_move_that_may_not_be_made_is_refused_in_every_register(demo: Home) -> None:
    found = demo.script("illegal_moves")
    assert found["wrong"] == []
    assert found["tried"] > 450
