"""Reading: a document as an auditor sees it, blocks of text in order, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yunguan.core.finding import ABOVE, Place


class BlockKind(StrEnum):
    """What a block of text is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"


@dataclass(frozen=True)
class Block:
    """One heading, paragraph or table cell.

    `where` is its own place ("第12段"), `path` the headings above it from the outermost inwards; `level` is the
    heading's depth (1 is the outermost), 0 for anything else.
    """

    kind: BlockKind
    text: str
    where: str
    path: tuple[str, ...] = ()
    level: int = 0

    def place(self, quote: str) -> Place:
        """The place of these words of the block, named by the headings above it."""
        return Place(ABOVE.join((*self.path, self.where)), quote)


@dataclass(frozen=True)
class Table:
    """The cells of a table by row; a merged cell stands at its first place, "" at the others."""

    where: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Reading:
    """A document read: `kind` is the format it was recognised as ("docx", "xlsx"), `unread` what was not read."""

    file: str
    kind: str
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    unread: tuple[str, ...] = ()

    def table(self, where: str) -> Table | None:
        """The table at this place, None where there is none."""
        return next((each for each in self.tables if each.where == where), None)

    @property
    def characters(self) -> int:
        """How many characters were read, blanks not counted."""
        return sum(len("".join(block.text.split())) for block in self.blocks)
