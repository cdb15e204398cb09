"""A report as a Word file, with merged cells, page heads and soft line breaks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt

from bench.audit.corpus.layout import Layout, Printed

_CENTRED = {"title", "subtitle", "date"}
_SOFT = 47


def save(blocks: Iterable[Printed], how: Layout, path: Path) -> None:
    """Write the Word file."""
    word = Document()
    style = word.styles["Normal"]
    style.font.name, style.font.size = "仿宋", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋")
    if how.page_head:
        word.sections[0].header.paragraphs[0].text = how.page_head
    word.sections[0].footer.paragraphs[0].text = "— 1 —" if how.page_lines else ""
    for block in blocks:
        _add(word, block, how)
    word.save(str(path))


def _add(word: Word, block: Printed, how: Layout) -> None:
    if block.kind == "break":
        word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif block.kind == "heading":
        if how.markdown:
            word.add_paragraph().add_run(block.text).bold = True
        else:
            word.add_heading(block.text, level=block.level)
    elif block.kind == "table":
        _table(word, block, how)
    else:
        _para(word, block, how)


def _para(word: Word, block: Printed, how: Layout) -> None:
    para = word.add_paragraph()
    if block.role in _CENTRED:
        para.alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        para.paragraph_format.first_line_indent = Pt(24)
    if how.soft_breaks and len(block.text) > _SOFT:
        para.add_run(block.text[:_SOFT]).add_break()
        para.add_run(block.text[_SOFT:])
        return
    middle = len(block.text) // 2
    para.add_run(block.text[:middle])
    para.add_run(block.text[middle:])


def _table(word: Word, block: Printed, how: Layout) -> None:
    word.add_paragraph(block.text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if block.unit:
        word.add_paragraph(f"单位：{block.unit}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    columns = max(sum(cell.across for cell in row) for row in block.rows)
    table = word.add_table(rows=len(block.rows), cols=columns)
    if how.ruled:
        table.style = "Table Grid"
    grid = [list(row.cells) for row in table.rows]
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(block.rows):
        column = 0
        for cell in row:
            while (index, column) in taken:
                column += 1
            first = grid[index][column]
            if cell.across > 1 or cell.down > 1:
                first = first.merge(grid[index + cell.down - 1][column + cell.across - 1])
                taken |= {(index + down, column + step) for down in range(cell.down) for step in range(cell.across)}
            first.paragraphs[0].text = cell.text
            column += cell.across
    if block.note:
        word.add_paragraph(block.note)
