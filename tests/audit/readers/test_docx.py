import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable
from yunguan.core.reading import BlockKind

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(body: str, **parts: bytes) -> bytes:
    """A Word file with this body; further parts by path, with dots for the slashes spelled __."""
    files = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
    }
    files |= {name.replace("__", "/"): data for name, data in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_bytes("a.docx", data).blocks]


def test_a_file_written_by_word_is_read_in_order(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("一、情况", 1)
    document.add_paragraph("在职 8 人。")
    document.add_table(1, 2).cell(0, 1).text = "12"
    document.add_paragraph("完。")
    document.save(str(tmp_path / "a.docx"))

    blocks = read_bytes("a.docx", (tmp_path / "a.docx").read_bytes()).blocks

    assert [block.text for block in blocks] == ["一、情况", "在职 8 人。", "12", "完。"]
    assert [blocks[0].kind, blocks[2].kind] == [BlockKind.HEADING, BlockKind.CELL]
    assert blocks[2].where == "表1 第1行第2列"


def test_content_controls_are_read_inline_and_around() -> None:
    inline = f"<w:p>{run('收入')}<w:sdt><w:sdtContent>{run('3')}</w:sdtContent></w:sdt>{run('万元')}</w:p>"
    around = f"<w:sdt><w:sdtContent><w:p>{run('支出')}</w:p></w:sdtContent></w:sdt>"

    assert texts(package(inline + around)) == ["收入3万元", "支出"]


def test_insertions_count_and_deletions_do_not() -> None:
    deleted = "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"

    assert texts(package(f"<w:p>{run('收入')}{deleted}<w:ins>{run('6')}</w:ins>{run('万元')}</w:p>")) == ["收入6万元"]


def test_a_number_split_over_runs_is_one_number() -> None:
    assert texts(package(f"<w:p>{run('12')}{run('38.0')}{run('4万元')}</w:p>")) == ["1238.04万元"]


def test_footnotes_are_read() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{run("含上年结转")}</w:p></w:footnote></w:footnotes>'

    assert texts(package(f"<w:p>{run('收入')}</w:p>", **{"word/footnotes.xml": notes.encode()})) == [
        "收入",
        "含上年结转",
    ]


def encrypted(data: bytes) -> bytes:
    """The same file with the flag of encryption set on its first entry, here and in the directory."""
    marked = bytearray(data)
    marked[6] |= 1
    marked[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(marked)


def laughing() -> bytes:
    bomb = f'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document {W}><w:body/></w:document>'
    return package("", **{"word/document.xml": bomb.encode()})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (package("<w:p/>")[:-40], "损坏"),
        (package("", **{"word/vbaProject.bin": b"x"}), "宏"),
        (
            package(
                "", **{"[Content_Types].xml": b"<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>"}
            ),
            "宏",
        ),
        (laughing(), "DOCTYPE"),
        (package("<w:p>"), "XML"),
        (package(f"<w:p>{run('0' * 20_000_000)}</w:p>"), "压缩炸弹"),
        (package("", **{f"word/{number}.xml": b"" for number in range(5_001)}), "部件超过"),
        (package("", **{"word/a.bin": b"\x00" * 30_000_000}), "压缩炸弹"),
        (encrypted(package(f"<w:p>{run('x')}</w:p>")), "加密"),
        (package("<w:p>" + "<w:ins>" * 400 + "</w:ins>" * 400 + "</w:p>"), "XML"),
        (package(""), "没有可读的文字"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_and_broken_files_are_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_bytes("a.docx", data)


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a/b.xml", "")

    with pytest.raises(Unreadable, match="格式"):
        read_bytes("a.docx", out.getvalue())
