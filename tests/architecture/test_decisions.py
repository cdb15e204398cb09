"""The decisions are numbered without a gap, have a status, and stand in their index."""

from __future__ import annotations

from tests.architecture.source import ROOT

FOLDER = ROOT / "docs" / "decisions"


def test_every_decision_is_numbered_in_turn() -> None:
    numbers = [int(path.name[:4]) for path in sorted(FOLDER.glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_decision_stands_in_the_index_under_its_title() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in FOLDER.glob("[0-9]*.md"):
        title = path.read_text(encoding="utf-8").splitlines()[0].partition(": ")[2]
        assert f"| [{path.name[:4]}]({path.name}) | {title} |" in index


def test_every_decision_has_a_status() -> None:
    silent = [path.name for path in FOLDER.glob("[0-9]*.md") if "\nStatus: " not in path.read_text(encoding="utf-8")]
    assert silent == []
