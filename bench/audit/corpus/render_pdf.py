"""A report as a PDF, with ruled or unruled tables, page heads and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import typst

from bench.audit.corpus.layout import Layout, Printed

_SPECIAL = re.compile(r"([\\#$*_`<>@~=/\-+\[\]\"'])")
_PREAMBLE = """#set page(paper: "a4", margin: 2.4cm, header: align(center, text(size: 9pt)[{head}]),
  footer: context align(center, text(size: 9pt)[— #counter(page).display() —]))
#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"), size: 12pt, lang: "zh")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.9em)
"""
_CENTRED = {"title", "subtitle", "date"}
_WIDE = 6
_SIZES = {1: 15, 2: 13, 3: 12}


def save(blocks: Iterable[Printed], how: Layout, path: Path) -> None:
    """Write the PDF file."""
    source = _PREAMBLE.format(head=_plain(how.page_head)) + "\n\n".join(_block(block, how) for block in blocks)
    path.write_bytes(typst.compile(source.encode()))


def _block(block: Printed, how: Layout) -> str:
    if block.kind == "break":
        return "#pagebreak(weak: true)"
    if block.kind == "heading":
        return (
            f'#par(first-line-indent: 0em)[#text(size: {_SIZES[block.level]}pt, weight: "bold")[{_plain(block.text)}]]'
        )
    if block.kind == "table":
        return _table(block, how)
    if block.role in _CENTRED:
        return f"#align(center)[#text(size: {18 if block.role == 'title' else 13}pt)[{_plain(block.text)}]]"
    return _plain(block.text)


def _table(block: Printed, how: Layout) -> str:
    columns = max(sum(cell.across for cell in row) for row in block.rows)
    cells = "".join(_cell(cell.text, cell.across, cell.down) for row in block.rows for cell in row)
    size = 8 if columns >= _WIDE else 10
    stroke = "0.5pt" if how.ruled else "none"
    unit = f"#align(right)[#text(size: 10pt)[单位：{block.unit}]]\n" if block.unit else ""
    note = f"\n#text(size: 10pt)[{_plain(block.note)}]" if block.note else ""
    widths = "(" + ", ".join(["1fr"] * columns) + ",)"
    return (
        f"#align(center)[{_plain(block.text)}]\n{unit}"
        f"#[#set text(size: {size}pt)\n#set par(first-line-indent: 0em, justify: false)\n"
        f"#table(columns: {widths}, stroke: {stroke}, align: center + horizon,\n{cells})]{note}"
    )


def _cell(text: str, across: int, down: int) -> str:
    content = f"[{_plain(text)}]"
    return f"table.cell(colspan: {across}, rowspan: {down}){content},\n" if across > 1 or down > 1 else f"{content},\n"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
