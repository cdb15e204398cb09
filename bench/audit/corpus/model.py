"""A synthetic report before it is printed: blocks of text in which every number keeps its identity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

CHAPTER, PART, POINT = 1, 2, 3
SCALE = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}


@dataclass(frozen=True)
class Num:
    """A printed number: `key` names the fact, so that two numbers of one key state the same thing."""

    value: Decimal
    unit: str
    key: str
    places: int = 0

    @property
    def base(self) -> Decimal:
        """The value, money in 元."""
        return self.value * SCALE.get(self.unit, Decimal(1))

    @property
    def half_step(self) -> Decimal:
        """Half of the last printed digit, on the scale of `base`."""
        return Decimal(1).scaleb(-self.places) / 2 * SCALE.get(self.unit, Decimal(1))


@dataclass(frozen=True)
class Term:
    """A word that a defect may turn: a direction, a counting word."""

    text: str
    kind: str


@dataclass(frozen=True)
class Ref:
    """Where an item stands in the text; `bare` prints the number without its unit, as in a table."""

    id: int
    bare: bool = False


Span = str | Ref
Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A numbered heading; the number is given by the order unless `number` says otherwise, the whole by `typed`."""

    level: int
    title: str
    number: int | None = None
    typed: str = ""


@dataclass(frozen=True)
class Para:
    """A paragraph; `role` says what it does in the report (problem, measure, cover, note …)."""

    spans: Spans
    role: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of a table, possibly over several columns or rows."""

    spans: Spans
    across: int = 1
    down: int = 1


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table with its title, unit, head rows, body rows and the note under it."""

    title: str
    unit: str
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Break:
    """A new page."""


Block = Heading | Para | Table | Break


@dataclass(frozen=True)
class Relation:
    """What must hold between numbers: `result` against `terms`; the kinds are told apart in `holding.py`."""

    kind: Literal["sum", "rate", "growth", "same", "bound", "count", "mean"]
    result: int
    terms: tuple[tuple[int, int], ...]

    @property
    def ids(self) -> tuple[int, ...]:
        return (self.result, *(number for _, number in self.terms))


@dataclass(frozen=True)
class Report:
    """A whole document; `traits` are facts about it that the planter may ask for (year, unit, held …)."""

    stem: str
    kind: str
    blocks: tuple[Block, ...]
    items: Mapping[int, Num | Term]
    relations: tuple[Relation, ...]
    traits: Mapping[str, str] = field(default_factory=dict)

    def num(self, number: int) -> Num:
        """The number with this id."""
        item = self.items[number]
        assert isinstance(item, Num)
        return item

    def numbers(self) -> Iterator[tuple[int, Num]]:
        """The numbers that stand in the text, in their order."""
        for ref in (ref for block in self.blocks for ref in refs_in(block)):
            item = self.items[ref.id]
            if isinstance(item, Num):
                yield ref.id, item

    def with_item(self, number: int, item: Num | Term) -> Report:
        """The same report, one item changed."""
        return replace(self, items={**self.items, number: item})

    def with_block(self, index: int, *blocks: Block) -> Report:
        """The same report, one block replaced by others (or by none)."""
        return replace(self, blocks=(*self.blocks[:index], *blocks, *self.blocks[index + 1 :]))

    def block_of(self, number: int) -> int:
        """The index of the block in which an item stands."""
        return next(i for i, block in enumerate(self.blocks) if any(ref.id == number for ref in refs_in(block)))


def refs_in(block: Block) -> Iterator[Ref]:
    """The items of a block in their order."""
    if isinstance(block, Para):
        yield from (span for span in block.spans if isinstance(span, Ref))
    elif isinstance(block, Table):
        for row in (*block.head, *block.body):
            for cell in row:
                yield from (span for span in cell.spans if isinstance(span, Ref))
