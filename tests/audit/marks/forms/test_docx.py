import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.audit.marks.marked import NOW, marked, note
from tests.audit.readers.test_docx import package, run
from yunguan.audit.read import read_bytes
from yunguan.audit.run import audit_reading

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMPTY = b"<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
BOX = f"<w:txbxContent><w:p>{run('共12元')}</w:p></w:txbxContent>"


def cell(text: str) -> str:
    return f"<w:tc><w:p>{run(text)}</w:p></w:tc>"


def document_of(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def commented(data: bytes) -> dict[str, str]:
    """The words between the marks of each comment, by its number."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    for element in document_of(data).iter():
        if element.tag == f"{W}commentRangeStart":
            open_.add(element.get(f"{W}id", ""))
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(element.get(f"{W}id", ""))
        for number in open_ if element.tag == f"{W}t" else ():
            found[number] = found.get(number, "") + (element.text or "")
    return found


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_bytes("a.docx", data).blocks]


def test_a_comment_stands_on_exactly_the_words_and_the_form_is_kept() -> None:
    form = "<w:rPr><w:b/></w:rPr>"
    data = package(f"<w:p>{run('全年收')}<w:r>{form}<w:t>入 3 万元，支出</w:t></w:r>{run(' 2 万元。')}</w:p>")
    copy = marked("a.docx", data, [note("第1段", "收入 3 万元")]).data

    assert commented(copy) == {"0": "收入 3 万元"}
    assert texts(copy) == texts(data)
    assert [bool(each.find(f"{W}rPr/{W}b") is not None) for each in document_of(copy).iter(f"{W}r")][:5] == [
        False, False, True, False, True,
    ]  # fmt: skip


def test_word_sees_author_date_and_text_and_goes_on_with_its_own_comments() -> None:
    document = Document()
    paragraph = document.add_paragraph("收入 3 万元。")
    document.add_comment(paragraph.runs[0], text="旧批注", author="甲")
    out = io.BytesIO()
    document.save(out)
    copy = marked("a.docx", out.getvalue(), [note("第1段", "3 万元", "【矛盾】甲。", "规则：乙")]).data
    old, new = Document(io.BytesIO(copy)).comments

    assert (old.text, old.comment_id) == ("旧批注", 0)
    assert (new.author, new.text, new.comment_id) == ("运管核对", "【矛盾】甲。\n规则：乙", 1)
    assert new.timestamp is not None
    assert new.timestamp.replace(tzinfo=None) == NOW.replace(tzinfo=None)
    assert commented(copy)["1"] == "3 万元"


@pytest.mark.parametrize(
    ("body", "where", "quote"),
    [
        (f"<w:tbl><w:tr>{cell('项')}{cell('12')}</w:tr></w:tbl>", "表1 第1行第2列", "项 12"),
        (f"<w:p>{run('收')}<w:ins w:id='1'>{run('入12元')}</w:ins>{run('。')}</w:p>", "第1段", "12"),
        (f"<w:p>{run('甲')}<w:sdt><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>{run('元')}</w:p>", "第1段", "12"),
        (f"<w:p>{run('甲')}<w:hyperlink>{run('共12元')}</w:hyperlink></w:p>", "第1段", "12"),
        (f"<w:p>{run('甲')}<w:r><w:pict>{BOX}</w:pict></w:r></w:p>", "第1段的文本框", "12"),
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p>", "第1段", "12"),
    ],
)  # fmt: skip
def test_quotes_are_found_wherever_a_word_file_keeps_text(body: str, where: str, quote: str) -> None:
    data = package(body)
    copy = marked("a.docx", data, [note(where, quote)])

    assert (commented(copy.data), copy.misplaced) == ({"0": "12"}, 0)
    assert texts(copy.data) == texts(data)


def test_a_content_control_keeps_its_content_where_a_quote_is_all_of_it() -> None:
    control = f"<w:sdt><w:sdtContent>{run('12')}</w:sdtContent></w:sdt>"
    copy = marked("a.docx", package(f"<w:p>{run('甲')}{control}{run('元')}</w:p>"), [note("第1段", "12")]).data
    content = document_of(copy).find(f".//{W}sdtContent")

    assert content is not None
    assert [child.tag for child in content] == [f"{W}r"]


def test_a_note_on_a_footnote_stands_on_its_reference() -> None:
    notes = (
        b"<w:footnotes xmlns:w='%b'><w:footnote w:id='2'><w:p><w:r><w:t>12</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = f"<w:p>{run('甲')}<w:r><w:footnoteReference w:id='2'/></w:r>{run('乙')}</w:p>"
    data = package(body, **{"word__footnotes.xml": notes % W.strip("{}").encode()})
    copy = marked("a.docx", data, [note("脚注2", "12")]).data
    start = document_of(copy).find(f".//{W}commentRangeStart")

    assert start is not None
    beside = start.getnext()
    assert beside is not None
    assert beside.find(f"{W}footnoteReference") is not None


def test_every_other_part_is_the_same_byte_for_byte() -> None:
    data = package(f"<w:p>{run('收入')}</w:p>", **{"word__styles.xml": EMPTY, "word__media__a.png": b"\x89PNG"})
    before, after = (
        zipfile.ZipFile(io.BytesIO(each)) for each in (data, marked("a.docx", data, [note("第1段", "收")]).data)
    )
    changed = {
        name for name in after.namelist() if name not in before.namelist() or after.read(name) != before.read(name)
    }

    assert changed == {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_a_note_without_its_words_stands_at_the_beginning_and_is_counted() -> None:
    copy = marked("a.docx", package(f"<w:p>{run('标题')}</w:p>"), [note("第99段", "没有")])

    assert (commented(copy.data), copy.misplaced) == ({"0": "标题"}, 1)


def test_the_audit_of_a_marked_copy_finds_the_same() -> None:
    body = "".join(
        f"<w:p>{run(text)}</w:p>"
        for text in (
            "2023年度项目支出 30.00 万元，其中：甲 10.00 万元，乙 25.00 万元。",
            "报名 936 人次，参考 972 人次。",
        )
    )
    data = package(body)
    report = audit_reading(read_bytes("a.docx", data))
    notes = [note(place.where.rpartition(" › ")[2], place.quote) for each in report.findings for place in each.places]
    copy = marked("a.docx", data, notes)

    assert len(notes) > 3
    assert [each.as_json() for each in audit_reading(read_bytes("a.docx", copy.data)).findings] == [
        each.as_json() for each in report.findings
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_with_its_comments(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("收入 3 万元，支出 2 万元。")
    document.add_table(1, 1).cell(0, 0).text = "12"
    document.save(str(tmp_path / "a.docx"))
    notes = [note("第1段", "支出 2 万元"), note("表1 第1行第1列", "12")]
    (tmp_path / "b.docx").write_bytes(marked("a.docx", (tmp_path / "a.docx").read_bytes(), notes).data)
    office = [str(shutil.which("soffice")), f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
    convert = [*office, "--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "b.docx")]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)

    text = (tmp_path / "b.fodt").read_text(encoding="utf-8")
    assert text.count("<dc:creator>运管核对</dc:creator>") == 2
    assert re.search(
        r"<office:annotation [^>]*>(?:(?!<office:annotation ).)*支出 2 万元<office:annotation-end", text, re.DOTALL
    )


WORDS = st.text(alphabet="收入支出12. 万元，\u200b", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 40)), max_size=4))
def test_any_quotes_over_any_runs_leave_the_text_as_it_was(pieces: list[str], cuts: list[tuple[int, int]]) -> None:
    runs = "".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)
    data = package(f"<w:p>{run('甲')}{runs}</w:p>")
    (text,) = texts(data)
    quotes = [quote for start, length in cuts if (quote := text[start : start + length].strip(" \u200b"))]
    copy = marked("a.docx", data, [note("第1段", quote) for quote in quotes]).data

    assert texts(copy) == [text]
    assert "".join(each.text or "" for each in document_of(copy).iter(f"{W}t")) == "甲" + "".join(pieces)
    told = ["".join(commented(copy)[str(number)].replace("\u200b", "").split()) for number in range(len(quotes))]
    assert told == ["".join(quote.replace("\u200b", "").split()) for quote in quotes]
