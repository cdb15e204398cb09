import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document as WordFile
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.report.figures import COVER as FACTS
from tests.report.figures import hengyang
from tests.report.writers.layout import assert_official_layout, assert_prints_every_word
from tests.report.writers.office import SOFFICE, converted
from tests.report.writers.pages import COVER, han_only, pages
from yunguan.report.assemble import assemble
from yunguan.report.document import Document, FigureMark, Heading, Paragraph, Table, Text
from yunguan.report.outline import outline_folder, read_outline
from yunguan.report.writers.docx import anchor, docx_bytes
from yunguan.report.writers.docx_parts import W

NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)
NS = {"w": W}
YEAR = assemble(read_outline(outline_folder("hunan_2023")), hengyang(), FACTS)


def made(document: Document) -> bytes:
    return docx_bytes(document, author="中心", created=NOON)


def part(content: bytes, name: str = "word/document.xml") -> etree._Element:
    with ZipFile(BytesIO(content)) as file:
        return etree.fromstring(file.read(name))


def values(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(value) for value in found]


def report(*blocks: Heading | Paragraph | Table) -> Document:
    return Document("报告", "中心", None, COVER, blocks)


def test_each_figure_is_a_content_control_that_bears_its_id() -> None:
    root = part(made(YEAR))
    tags, aliases = values(root, "//w:sdtPr/w:tag/@w:val"), values(root, "//w:sdtPr/w:alias/@w:val")
    shown = ["".join(str(text) for text in sdt.itertext()) for sdt in root.iter(f"{{{W}}}sdt")]
    assert tags == [mark.tag for mark in YEAR.figures]
    assert aliases == [mark.id for mark in YEAR.figures]
    assert shown == [mark.shown for mark in YEAR.figures]
    assert "plates.charter@2023-11-30" in tags


def test_controls_and_bookmarks_are_unique_and_fit_into_word() -> None:
    root = part(made(YEAR))
    for path in ("//w:sdtPr/w:id/@w:val", "//w:bookmarkStart/@w:name", "//w:bookmarkStart/@w:id"):
        found = values(root, path)
        assert len(set(found)) == len(found) == len(YEAR.figures)
    assert max(len(tag) for tag in values(root, "//w:tag/@w:val")) <= 64
    assert all(re.fullmatch(r"[a-z]\w{1,39}", name) for name in values(root, "//w:bookmarkStart/@w:name"))


def test_the_bookmark_is_a_second_anchor_of_the_id() -> None:
    first, *_ = values(part(made(YEAR)), "//w:bookmarkStart/@w:name")
    assert first == anchor(YEAR.figures[0].tag, 1)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert made(YEAR) == made(YEAR)


def test_every_run_names_its_east_asian_face_and_size() -> None:
    root = part(made(YEAR))
    runs = list(root.iter(f"{{{W}}}r"))
    assert len(runs) > 100
    assert len(values(root, "//w:r/w:rPr/w:rFonts/@w:eastAsia")) == len(runs)
    assert len(values(root, "//w:r/w:rPr/w:sz/@w:val")) == len(runs)
    faces = {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"}
    assert set(values(root, "//w:rFonts/@w:eastAsia")) == faces


def test_no_template_is_left_over() -> None:
    content = made(YEAR)
    with ZipFile(BytesIO(content)) as file:
        whole = b"".join(file.read(name) for name in file.namelist()).decode()
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search(r"python-docx|Microsoft Macintosh|Calibri|Cambria|MS Mincho|thumbnail", whole)
    names = {"Normal", "heading 1", "heading 2", "heading 3", "heading 4", "Title", "footer", "Table Grid"} | {
        "表格文字",
        "表格表头",
        *("附表序号", "附表标题", "附表文字", "附表单元格", "附表表头", "正文结束"),
    }
    assert set(values(part(content, "word/styles.xml"), "//w:style/w:name/@w:val")) == names


def test_the_file_s_properties_are_those_given() -> None:
    properties = WordFile(BytesIO(made(YEAR))).core_properties
    assert (properties.title, properties.author, properties.language) == ("部门整体支出绩效自评报告", "中心", "zh-CN")
    assert properties.created == properties.modified == NOON
    assert (properties.comments, properties.keywords) == ("", "")


def test_headings_stay_with_what_follows_and_have_their_level() -> None:
    styles = part(made(report()), "word/styles.xml")
    assert len(values(styles, "//w:style[w:pPr/w:keepNext]/@w:styleId")) == 4
    assert values(styles, "//w:style[w:pPr/w:keepNext]//w:outlineLvl/@w:val") == ["0", "1", "2", "3"]


def test_a_table_repeats_its_head() -> None:
    table = Table((((Text("项目"),),), ((Text("包车牌"),),)))
    root = part(made(report(table)))
    assert [len(row.findall(".//w:tblHeader", NS)) for row in root.iter(f"{{{W}}}tr")] == [1, 0]


def test_a_gap_is_highlighted() -> None:
    gap = FigureMark("plates.extra", "【待填：加班牌】", None, None, "", "加班牌", missing=True)
    root = part(made(report(Paragraph((gap, Text("块"))))))
    assert values(root, "//w:r[w:rPr/w:highlight]/w:t/text()") == ["【待填：加班牌】"]


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_words_make_the_file_unreadable(text: str) -> None:
    content = made(report(Paragraph((Text(text + "\x00\x0b\ud800\ufffe<w:p>&"),))))
    last = WordFile(BytesIO(content)).paragraphs[-1].text
    assert last.endswith("\ufffd\ufffd\ufffd\ufffd<w:p>&")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where LibreOffice can work with stand-ins for the official faces."""
    if SOFFICE is None:
        pytest.skip("没有安装 LibreOffice（soffice），无法检验 Word 文件的版面")
    return tmp_path_factory.mktemp("office")


def printed(office: Path, name: str, document: Document) -> Path:
    source = office / f"{name}.docx"
    source.write_bytes(made(document))
    return converted(source, "pdf", office)


@pytest.mark.slow
def test_libreoffice_lays_the_word_file_out_as_the_standard_asks(office: Path) -> None:
    assert_official_layout(printed(office, "han", han_only(28 * 50)))


@pytest.mark.slow
def test_libreoffice_prints_the_whole_report(office: Path) -> None:
    whole = pages(printed(office, "year", YEAR))
    assert 12 <= len(whole) <= 18
    assert {len(page) - 1 for page in whole[2:-1]} <= {21, 22}
    assert_prints_every_word(whole, YEAR)
