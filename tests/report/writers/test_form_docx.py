from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.table import _Cell as Cell
from lxml import etree

from tests.report.forms.given import facts, filled
from tests.report.writers.form_pages import FORMS, REPORT, assert_forms_are_printed
from tests.report.writers.office import SOFFICE, converted
from yunguan.report.document import Document, FigureMark
from yunguan.report.forms.filled import FilledForm
from yunguan.report.writers.docx import docx_bytes
from yunguan.report.writers.docx_parts import W

NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)
NS = {"w": W}
MM = 36000  # of the units that python-docx measures in


def made(document: Document) -> bytes:
    return docx_bytes(document, author="中心", created=NOON)


def with_form(form: FilledForm) -> Document:
    return replace(REPORT, attachments=(form,))


def values(content: bytes, path: str) -> list[str]:
    with ZipFile(BytesIO(content)) as file:
        found = etree.fromstring(file.read("word/document.xml")).xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(value) for value in found]


def text_of(cell: Cell) -> str:
    """The words of a cell, those of content controls too, which python-docx leaves out."""
    return "\n".join("".join(str(text.text) for text in part.iter(f"{{{W}}}t")) for part in cell._tc.findall("w:p", NS))


def test_each_form_has_pages_of_its_own_upright_or_across() -> None:
    _, _, *sections = WordFile(BytesIO(made(REPORT))).sections
    across = [section.orientation == WD_ORIENT.LANDSCAPE for section in sections]
    assert across == [form.landscape for form in FORMS]
    measures = {(each.page_width, each.page_height, each.left_margin) for each in sections}
    assert {tuple(round((each or 0) / MM) for each in found) for found in measures} == {(210, 297, 15), (297, 210, 15)}


def test_word_sees_the_cells_as_they_were_filled() -> None:
    tables = WordFile(BytesIO(made(REPORT))).tables
    assert len(tables) == len(FORMS)
    for table, form in zip(tables, FORMS, strict=True):
        for cell in form.cells:
            seen = {
                text_of(table.cell(row, column))
                for row in (cell.row, cell.row + cell.rows - 1)
                for column in (cell.column, cell.column + cell.columns - 1)
            }
            assert seen == {cell.text}


def test_figures_of_a_form_are_content_controls_that_bear_their_ids() -> None:
    tags = values(made(REPORT), "//w:tbl//w:sdtPr/w:tag/@w:val")
    inlines = [inline for form in FORMS for cell in form.cells for inline in cell.inlines]
    assert tags == [inline.id for inline in inlines if isinstance(inline, FigureMark)]
    assert tags.count("finance.basic.adjusted_budget") == 2


def test_a_gap_of_a_form_is_highlighted() -> None:
    content = made(with_form(filled(["{goal.annual}", "{{a|decimal2}}"], known=facts({"a": None}))))
    assert values(content, "//w:r[w:rPr/w:highlight]/w:t/text()") == ["【待填】", "【待填】"]


def test_the_head_of_a_table_repeats_where_it_stands_at_the_top() -> None:
    top = [values(made(with_form(form)), "//w:tr[w:trPr/w:tblHeader]") for form in FORMS if form.repeated[0] == 0]
    assert {len(rows) for rows in top} == {0, 1}


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="没有安装 LibreOffice（soffice）")
def test_libreoffice_prints_each_form_whole_on_its_own_page(tmp_path: Path) -> None:
    source = tmp_path / "forms.docx"
    source.write_bytes(made(REPORT))
    assert_forms_are_printed(converted(source, "pdf", tmp_path), FORMS)
