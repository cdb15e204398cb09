"""docs/story.md as its tests read it: quotations with the file they come from, files to add, commands, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "docs" / "story.md"

_LINK = re.compile(r"\]\((?P<target>[^)#]*)(?:#(?P<anchor>[^)]+))?\)")
_NEW = re.compile(r"[Nn]ew file `(?P<path>[^`]+)`:$")
_GAP = "…"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, the last link before it, and the file that it is to become, if any."""

    language: str
    text: str
    source: Path
    new_file: str


def blocks() -> Iterator[Block]:
    """Every fenced block of the story, in order."""
    fence = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
    story = STORY.read_text(encoding="utf-8")
    for found in fence.finditer(story):
        before = story[: found.start()].rstrip()
        files = [target for target, _ in links(before) if target.is_relative_to(ROOT) and not _document(target)]
        new = _NEW.search(before.rpartition("\n\n")[2])
        yield Block(found["language"], found["text"], files[-1] if files else STORY, new["path"] if new else "")


def links(text: str) -> Iterator[tuple[Path, str]]:
    """Target and anchor of every link, the targets as files."""
    for found in _LINK.finditer(text):
        yield (STORY.parent / found["target"]).resolve() if found["target"] else STORY, found["anchor"] or ""


def pieces(text: str) -> Iterator[list[str]]:
    """The lines of a quotation that stand together, without their indentation."""
    for piece in re.split(rf"^{_GAP}$", text, flags=re.MULTILINE):
        lines = [line.strip() for line in piece.strip("\n").splitlines()]
        if lines:
            yield lines


def anchors(path: Path) -> set[str]:
    """The anchors of a Markdown file's headings."""
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def _document(target: Path) -> bool:
    """A page about the product, not a file of it."""
    return target.is_relative_to(STORY.parent)
