"""What is asked of printed forms, asserted alike for Word and PDF."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pdfplumber

from tests.report.forms.whole_year import WHOLE_YEAR
from tests.report.writers.pages import COVER, MM
from yunguan.report.document import Document, Paragraph, Text
from yunguan.report.forms.fill import fill_all
from yunguan.report.forms.filled import FilledForm
from yunguan.report.forms.shelf import forms
from yunguan.report.inlines import words

FORMS = fill_all(forms(), WHOLE_YEAR)
REPORT = Document("报告", "中心", None, COVER, (Paragraph((Text("正文"),)),), FORMS)


def characters(text: str) -> Counter[str]:
    """The characters of a text without spaces and page numbers."""
    return Counter("".join(text.split()))


def assert_forms_are_printed(path: Path, filled: Sequence[FilledForm]) -> None:
    """Behind cover and text each form is whole on a page of its own, upright or across, its table in the middle."""
    with pdfplumber.open(path) as pdf:
        pages = pdf.pages[2:]
        assert len(pages) == len(filled)
        for page, form in zip(pages, filled, strict=True):
            size = (round(page.width * MM), round(page.height * MM))
            assert size == ((297, 210) if form.landscape else (210, 297))
            assert not _all(form) - characters(page.extract_text() or ""), form.sheet
            edges = [edge["x0"] * MM for edge in page.edges] + [edge["x1"] * MM for edge in page.edges]
            assert abs(min(edges) - 15) < 1, form.sheet
            assert abs(max(edges) - (size[0] - 15)) < 1, form.sheet


def _all(form: FilledForm) -> Counter[str]:
    lines = (form.left, form.right, *form.notes, form.signed, *(cell.inlines for cell in form.cells))
    return characters("".join((form.annex, form.title, form.subtitle, *map(words, lines))))
