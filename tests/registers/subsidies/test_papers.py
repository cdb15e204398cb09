"""The papers of a divided pool: sums that agree, every vehicle listed, the notice with its days."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.registers.subsidies.pools import POOL, claimed_pool, people, published
from yunguan.registers.subsidies.papers import PAPERS

pytestmark = pytest.mark.django_db


def written(code: str, path: Path) -> Any:
    """A paper of a pool of three vehicles, as a stranger reads it."""
    _, write = PAPERS[code]
    write(published(claimed_pool(), *people()), path / "paper.xlsx")
    return load_workbook(path / "paper.xlsx")


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.values)


def test_the_plan_tells_counties_and_recipients(tmp_path: Path) -> None:
    book = written("allocation", tmp_path)
    assert rows(book["按县市区"])[1:] == [("珠晖区", 3, POOL / 100), ("合计", None, POOL / 100)]
    assert rows(book["按收款人"])[1] == ("第1运输有限公司", "珠晖区", 3, POOL / 100)


def test_the_list_tells_every_vehicle(tmp_path: Path) -> None:
    listed = rows(written("details", tmp_path)["分配明细表"])
    assert [row[1] for row in listed[1:-1]] == ["湘D00001", "湘D00002", "湘D00003"]
    assert sum(round(row[-1] * 100) for row in listed[1:-1]) == POOL


def test_the_notice_tells_the_money_the_days_and_how_to_object(tmp_path: Path) -> None:
    book = written("notice", tmp_path)
    words = "".join(row[0] for row in rows(book["公示说明"]))
    assert "10,000.01 元" in words
    assert "2023年03月21日" in words
    assert "2023年03月30日" in words
    assert "书面" in words
    assert len(rows(book["公示名单"])) == 1 + 3 + 1
