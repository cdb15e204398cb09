"""Writing a synthetic report: paragraphs from wordings with slots, tables, and the relations that must hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from bench.audit.corpus.dice import Dice, Wordings
from bench.audit.corpus.model import (
    CHAPTER,
    PART,
    POINT,
    Block,
    Break,
    Cell,
    Heading,
    Num,
    Para,
    Ref,
    Relation,
    Report,
    Row,
    Span,
    Spans,
    Table,
    Term,
)

_SLOT = re.compile(r"\{(\w+)\}")
_KINDS = ("sum", "rate", "growth", "same", "bound", "count", "mean")
Filling = Mapping[str, "Span | Spans"]


@dataclass
class Draft:
    """A report while it is written."""

    stem: str
    kind: str
    dice: Dice
    held: bool
    money_unit: str = "万元"
    blocks: list[Block] = field(default_factory=list)
    items: dict[int, Num | Term] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    traits: dict[str, str] = field(default_factory=dict)

    # numbers

    def num(self, value: Decimal | int, unit: str, key: str, places: int = 0) -> Ref:
        """A number that will stand in the text."""
        return self._keep(Num(Decimal(value), unit, key, places))

    def money(self, amount: int, key: str) -> Ref:
        """An amount given in the report's smallest step (0.01 of its unit)."""
        return self.num(Decimal(amount).scaleb(-2), self.money_unit, key, 2)

    def percent(self, part: int, whole: int, key: str, places: int = 2) -> Ref:
        """A share as printed."""
        value = (Decimal(part) / Decimal(whole) * 100).quantize(Decimal(1).scaleb(-places))
        return self.num(value, "%", key, places)

    def term(self, text: str, kind: str) -> Ref:
        """A word that a defect may turn."""
        return self._keep(Term(text, kind))

    def cell(self, ref: Ref) -> Cell:
        """A number in a table: without its unit."""
        return Cell((Ref(ref.id, bare=True),))

    # relations

    def relate(self, kind: str, result: Ref, *terms: Ref, minus: Sequence[Ref] = ()) -> None:
        """Say that a relation holds; see `holding.py` for the order of the terms."""
        assert kind in _KINDS
        signed = tuple((1, ref.id) for ref in terms) + tuple((-1, ref.id) for ref in minus)
        self.relations.append(Relation(kind, result.id, signed))  # type: ignore[arg-type]

    # text

    def say(self, wordings: Wordings, role: str = "", /, **filling: Span | Spans) -> None:
        """A paragraph in one of the wordings."""
        self.para(self.fill(wordings, **filling), role)

    def fill(self, wordings: Wordings, /, **filling: Span | Spans) -> Spans:
        """One of the wordings, its slots filled."""
        return fill(wordings.one(self.dice, held=self.held), filling)

    def para(self, spans: Spans | str, role: str = "") -> None:
        """A paragraph."""
        self.blocks.append(Para((spans,) if isinstance(spans, str) else spans, role))

    def once(self, texts: Sequence[str], count: int) -> None:
        """So many of these paragraphs, in their order, none that the report already has."""
        said = {block.spans for block in self.blocks if isinstance(block, Para)}
        for text in self.dice.ordered([text for text in texts if (text,) not in said], count):
            self.para(text)

    def chapter(self, title: str) -> None:
        """A heading of the first level."""
        self.blocks.append(Heading(CHAPTER, title))

    def part(self, title: str) -> None:
        """A heading of the second level."""
        self.blocks.append(Heading(PART, title))

    def point(self, title: str) -> None:
        """A heading of the third level."""
        self.blocks.append(Heading(POINT, title))

    def page(self) -> None:
        """A new page."""
        self.blocks.append(Break())

    def table(
        self, title: str, head: Sequence[Row], body: Sequence[Row], note: str = "", unit: str | None = None
    ) -> None:
        """A table; the unit is the report's money unit unless given ("" for none)."""
        self.blocks.append(Table(title, self.money_unit if unit is None else unit, tuple(head), tuple(body), note))

    def done(self) -> Report:
        """The report, with a relation between all numbers of one key."""
        report = Report(self.stem, self.kind, tuple(self.blocks), dict(self.items), (), dict(self.traits))
        shown = dict(report.numbers())
        kept = [relation for relation in self.relations if all(number in shown for number in relation.ids)]
        return Report(self.stem, self.kind, report.blocks, report.items, (*kept, *_same(shown)), report.traits)

    def _keep(self, item: Num | Term) -> Ref:
        number = len(self.items)
        self.items[number] = item
        return Ref(number)


def fill(template: str, filling: Filling) -> Spans:
    """A template with its slots filled: `{name}` takes a text, a number or several of them."""
    spans: list[Span] = []
    position = 0
    for slot in _SLOT.finditer(template):
        spans.append(template[position : slot.start()])
        given = filling[slot[1]]
        spans.extend(given if isinstance(given, tuple) else (given,))
        position = slot.end()
    spans.append(template[position:])
    return tuple(span for span in spans if span != "")


def joined(parts: Sequence[Spans], mark: str) -> Spans:
    """Several runs of text with a mark between them."""
    spans: list[Span] = []
    for index, part in enumerate(parts):
        spans.extend((*((mark,) if index else ()), *part))
    return tuple(spans)


def text_cells(*texts: str) -> Row:
    """A row of plain cells."""
    return tuple(Cell((text,) if text else ()) for text in texts)


def _same(shown: Mapping[int, Num]) -> list[Relation]:
    by_key: dict[str, list[int]] = {}
    for number, item in shown.items():
        by_key.setdefault(item.key, []).append(number)
    return [
        Relation("same", first, tuple((1, number) for number in rest))
        for key, (first, *rest) in by_key.items()
        if rest and key
    ]
