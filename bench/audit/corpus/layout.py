"""How a report is printed: numbering, digits, tables, pages; and the printed blocks that every format shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.model import CHAPTER, Block, Break, Heading, Num, Para, Ref, Report, Spans, Table, Term

HAN = "一二三四五六七八九十"
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_TEN = 10


@dataclass(frozen=True)
class Layout:
    """The habits of whoever typed the report."""

    numbering: str
    digits: str
    gap: str
    tables: str
    width: int
    page_lines: int
    page_head: str
    soft_breaks: bool
    ruled: bool
    markdown: bool


@dataclass(frozen=True)
class PrintedCell:
    """A cell with its text."""

    text: str
    across: int
    down: int


@dataclass(frozen=True)
class Printed:
    """A printed block: `kind` is heading, para, table or break; `rows` and `heads` belong to a table."""

    kind: str
    text: str = ""
    level: int = 0
    role: str = ""
    unit: str = ""
    note: str = ""
    rows: tuple[tuple[PrintedCell, ...], ...] = ()
    heads: int = 0


def layout(report: Report, seed: int) -> Layout:
    """The habits for one report; the test split has some that the tune split never shows."""
    dice, held = Dice(f"layout:{seed}:{report.stem}"), report.traits["split"] == "test"
    markdown = dice.chance(0.25)
    return Layout(
        numbering=dice.choice(("han", "ascii", "dotted") if held else ("han", "ascii")),
        digits=dice.choice(
            ("plain", "plain", "thousands", "wide", "wide_comma") if held else ("plain", "plain", "thousands")
        ),
        gap=dice.choice(("", "", " ")),
        tables=dice.choice(("pipes", "tabs", "spaces", "box") if held else ("pipes", "tabs", "spaces")),
        width=0 if markdown else dice.choice((0, 30, 38)),
        page_lines=dice.choice((0, 36)),
        page_head=dice.choice(("", report.traits["unit"])),
        soft_breaks=dice.chance(0.3),
        ruled=dice.chance(0.6),
        markdown=markdown,
    )


def printed(report: Report, how: Layout) -> Iterator[Printed]:
    """The blocks of a report as they are printed."""
    numbers = [0, 0, 0]
    for block in report.blocks:
        yield _block(report, how, block, numbers)


def _block(report: Report, how: Layout, block: Block, numbers: list[int]) -> Printed:
    if isinstance(block, Heading):
        return Printed("heading", heading_text(how, block, numbers), block.level)
    if isinstance(block, Para):
        return Printed("para", text_of(report, how, block.spans), role=block.role.partition(":")[0])
    if isinstance(block, Break):
        return Printed("break")
    return _table(report, how, block)


def _table(report: Report, how: Layout, table: Table) -> Printed:
    rows = tuple(
        tuple(PrintedCell(text_of(report, how, cell.spans), cell.across, cell.down) for cell in row)
        for row in (*table.head, *table.body)
    )
    return Printed("table", table.title, unit=table.unit, note=table.note, rows=rows, heads=len(table.head))


def heading_text(how: Layout, heading: Heading, numbers: list[int]) -> str:
    """The heading with its number; `numbers` are the counters of the levels and move on."""
    index = heading.level - CHAPTER
    numbers[index] = heading.number or numbers[index] + 1
    numbers[index + 1 :] = [0] * (len(numbers) - index - 1)
    return heading.typed or numbered(how, index, numbers[index]) + heading.title


def numbered(how: Layout, level: int, number: int) -> str:
    """The number before a heading of a level, from 0."""
    han = chinese(number)
    forms = {
        "han": (f"{han}、", f"（{han}）", f"{number}."),
        "ascii": (f"{han}、", f"({han})", f"{number}、"),
        "dotted": (f"{han}、", f"（{han}）", f"{number}．"),
    }
    return forms[how.numbering][level]


def chinese(number: int) -> str:
    """A small number in Chinese."""
    tens, ones = divmod(number, _TEN)
    return ("" if tens == 0 else ("" if tens == 1 else HAN[tens - 1]) + "十") + (HAN[ones - 1] if ones else "")


def text_of(report: Report, how: Layout, spans: Spans) -> str:
    """Spans as they are printed."""
    return "".join(span if isinstance(span, str) else item_text(report, how, span) for span in spans)


def item_text(report: Report, how: Layout, ref: Ref) -> str:
    """An item as it is printed."""
    item = report.items[ref.id]
    if isinstance(item, Term):
        return item.text
    return number_text(item, how, bare=ref.bare)


def number_text(num: Num, how: Layout, *, bare: bool = False) -> str:
    """A number with its unit; in a table without."""
    separated = "thousands" in how.digits or how.digits == "wide_comma"
    digits = f"{num.value:{',' if separated and num.places else ''}.{num.places}f}"
    if how.digits == "wide":
        digits = digits.translate(_WIDE)
    if how.digits == "wide_comma":
        digits = digits.replace(",", "，")
    if bare or not num.unit:
        return digits
    return f"{digits}{'' if num.unit == '%' else how.gap}{num.unit}"


def plain_digits(value: Decimal, places: int) -> str:
    """A value as labels write it: no separators."""
    return f"{value:.{places}f}"
