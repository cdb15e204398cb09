import ctypes
import io
from typing import Any

import pypdfium2
import pypdfium2.raw
import pytest
import typst
from PIL import ImageChops

from tests.audit.marks.marked import NOW, note
from yunguan.audit.marks.forms.pdf import PDF
from yunguan.audit.marks.marker import Marked, Original
from yunguan.audit.marks.note import Note
from yunguan.core.finding import Severity
from yunguan.core.reading import Reading, Table

pdfium: Any = pypdfium2
raw: Any = pypdfium2.raw
PREAMBLE = (
    '#set page(paper: "a5")\n#set text(font: ("Noto Serif CJK SC", "Noto Sans CJK SC"), size: 12pt, lang: "zh")\n'
)


@pytest.fixture(scope="module")
def report() -> bytes:
    """Two pages: a paragraph, a table, and a sentence that the page breaks."""
    table = "#table(columns: 3, [项目], [预算], [决算], [甲], [10.00], [9.00], [乙], [20.00], [9.00])"
    text = f"收入 3 万元，支出 2 万元。\n\n{table}\n\n资本性支出 1.68\n#pagebreak()\n万元。收入 4 万元。"
    return typst.compile((PREAMBLE + text).encode())


def marked(data: bytes, *notes: Note) -> Marked:
    table = Table("表1", (("项目", "预算", "决算"), ("甲", "10.00", "9.00"), ("乙", "20.00", "9.00")))
    return PDF.mark(Original("a.pdf", data, Reading("a.pdf", "pdf", (), (table,))), notes, NOW)


def highlighted(data: bytes) -> list[tuple[int, str, str]]:
    """Of each highlight: its page, the characters under it, and what it says."""
    found = []
    for number, page in enumerate(pdfium.PdfDocument(data), start=1):
        text = page.get_textpage()
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect))
            words = text.get_text_bounded(rect.left, rect.bottom, rect.right, rect.top)
            found.append((number, "".join(words.split()), said(annotation, b"Contents")))
    return found


def said(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def test_a_highlight_lies_on_the_words_and_says_the_finding(report: bytes) -> None:
    copy = marked(report, note("第1页第1行", "支出 2 万元", "【矛盾】甲。", "规则：乙"))

    assert highlighted(copy.data) == [(1, "支出2万元", "【矛盾】甲。\n规则：乙")]
    assert copy.misplaced == 0


def test_of_equal_words_those_on_the_named_page_are_taken(report: bytes) -> None:
    assert highlighted(marked(report, note("第2页第1行", "收入")).data)[0][:2] == (2, "收入")


def test_words_over_a_page_break_are_marked_on_both_pages(report: bytes) -> None:
    found = highlighted(marked(report, note("第1页第9行", "资本性支出 1.68万元")).data)

    assert [each[:2] for each in found] == [(1, "资本性支出1.68"), (2, "万元")]


def test_a_cell_is_marked_in_its_own_row(report: bytes) -> None:
    lower = highlighted(marked(report, note("表1 第3行第3列", "乙 20.00 9.00")).data)

    assert [each[1] for each in lower] == ["9.00"]
    page = pdfium.PdfDocument(marked(report, note("表1 第2行第3列", "甲"), note("表1 第3行第3列", "乙")).data)[0]
    tops = []
    for index in range(2):
        rect = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(raw.FPDFPage_GetAnnot(page, index), ctypes.byref(rect))
        tops.append(rect.top)
    assert tops[0] > tops[1]


def test_words_that_are_not_there_become_a_sticky_note(report: bytes) -> None:
    copy = marked(report, note("第2页第1行", "没有这句"))

    assert (copy.misplaced, highlighted(copy.data)[0][0]) == (1, 2)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_highlight_is_seen_on_the_words_however_the_page_is_turned(report: bytes, turned: int) -> None:
    document = pdfium.PdfDocument(report)
    document[0].set_rotation(turned)
    copy = marked(_saved(document), note("第1页第1行", "支出 2 万元", severity=Severity.WARNING)).data
    before, after = (pdfium.PdfDocument(each)[0].render(scale=2).to_pil() for each in (_saved(document), copy))
    inked = ImageChops.difference(before, after).getbbox()
    colours = {colour for _, colour in after.crop(inked).getcolors() or () if colour != (0, 0, 0)}

    assert highlighted(copy)[0][1] == "支出2万元"
    assert inked is not None
    assert max(colours, key=lambda colour: colour[0] - colour[2])[2] < 200 < before.getpixel((2, 2))[2]


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
