from datetime import UTC, datetime
from pathlib import Path

import pdfplumber
import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.report.figures import COVER as FACTS
from tests.report.figures import hengyang
from tests.report.writers.layout import assert_official_layout, assert_prints_every_word
from tests.report.writers.pages import COVER, han_only, pages
from yunguan.report.assemble import assemble
from yunguan.report.document import Document, FigureMark, Heading, PageBreak, Paragraph, ParagraphStyle, Table, Text
from yunguan.report.fonts import find_faces
from yunguan.report.outline import outline_folder, read_outline
from yunguan.report.writers.pdf import pdf_bytes

FACES = find_faces()
NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)
GAP = FigureMark("plates.extra", "【待填：加班牌】", None, None, "六(四)", "加班牌", missing=True)


def made(document: Document) -> bytes:
    return pdf_bytes(document, author="中心", created=NOON, faces=FACES)


def printed(folder: Path, document: Document) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(made(document))
    return path


def words(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as pdf:  # type: ignore[no-untyped-call]
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def report(*blocks: Heading | Paragraph | Table | PageBreak) -> Document:
    return Document("报告", "中心", None, COVER, blocks)


def test_a_page_is_laid_out_as_the_standard_asks(tmp_path: Path) -> None:
    assert_official_layout(printed(tmp_path, han_only(28 * 50)))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert made(han_only(100)) == made(han_only(100))


def test_the_cover_has_no_page_number(tmp_path: Path) -> None:
    cover, *_ = pages(printed(tmp_path, han_only(10)))
    assert cover[0].text == "附件2"
    assert cover[-1].text == "2024年4月3日"


def test_the_year_s_report_fills_its_pages_line_by_line(tmp_path: Path) -> None:
    document = assemble(read_outline(outline_folder("hunan_2023")), hengyang(), FACTS)
    whole = pages(printed(tmp_path, document))
    assert 12 <= len(whole) <= 18
    lines = [len(page) - 1 for page in whole[2:-1]]
    assert set(lines) <= {21, 22}  # a heading never stays alone at the foot
    assert_prints_every_word(whole, document)


def test_markup_in_words_is_printed_and_never_run() -> None:
    hostile = '#import "x" \\ *粗* _斜_ $x^2$ <label> @ref "引号" [块] {码} // 注 `raw` ~ -- --- ... #panic()'
    text = words(made(report(Paragraph((Text(hostile),)))))
    shown, wanted = ("".join(part.split()) for part in (text, hostile))
    assert wanted in shown


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_words_can_be_printed(text: str) -> None:
    assert made(report(Paragraph((Text(text),)))).startswith(b"%PDF")


def test_a_gap_is_printed_and_highlighted(tmp_path: Path) -> None:
    path = printed(tmp_path, report(Paragraph((Text("加班牌"), GAP))))
    with pdfplumber.open(path) as pdf:
        assert "【待填：加班牌】" in pdf.pages[1].extract_text()
        assert len(pdf.pages[1].rects) == 1


def test_tables_styles_and_page_breaks_are_printed(tmp_path: Path) -> None:
    table = Table((((Text("项目"),), (Text("数"),)), ((Text("包车牌"),), (Text("21525"),))))
    document = report(table, Paragraph((Text("右"),), ParagraphStyle.RIGHT), PageBreak(), Paragraph((Text("后"),)))
    _, first, second = pages(printed(tmp_path, document))
    assert [line.text for line in first[:-1]] == ["报告", "项目数", "包车牌21525", "右"]
    assert second[0].text == "后"


def test_headings_are_bookmarks_of_the_file() -> None:
    content = made(report(Heading(1, (Text("一、甲"),)), Heading(2, (Text("（一）乙"),))))
    with pypdfium2.PdfDocument(content) as pdf:  # type: ignore[no-untyped-call]
        assert [mark.get_title() for mark in pdf.get_toc()] == ["一、甲", "（一）乙"]
