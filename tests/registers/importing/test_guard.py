"""Files that must not be read, made by hand: each is refused in Chinese, quickly, and before it does harm."""

from __future__ import annotations

import base64
import io
import random
import re
import struct
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.registers.importing.workbooks import (
    MAIN,
    OFFICE,
    PACKAGE,
    cell,
    merges,
    parts,
    rows_xml,
    sheet_xml,
    simple,
    zipped,
)
from yunguan.registers.importing.guard import Unreadable, check
from yunguan.registers.importing.workbook import read_workbook

Maker = Callable[[Path], Path]
GOOD = sheet_xml(rows_xml([["号牌号码"], ["湘D12345"]]))
SHEET = "xl/worksheets/sheet1.xml"


def with_part(name: str, content: str | bytes = "x") -> Maker:
    """A sound workbook with one part added or replaced."""
    return lambda path: zipped(path, parts({"表1": GOOD}) | {name: content})


def with_sheet(xml: str) -> Maker:
    return lambda path: zipped(path, parts({"表1": xml}))


def raw(content: bytes) -> Maker:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def patched(change: Callable[[bytearray], object]) -> Maker:
    """A sound workbook whose bytes were changed afterwards."""

    def make(path: Path) -> Path:
        content = bytearray(simple(path, [["甲"], ["乙"]]).read_bytes())
        change(content)
        path.write_bytes(content)
        return path

    return make


def relationship(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    )


def stored_twice(path: Path) -> Path:
    simple(path, [["甲"]])
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(SHEET, GOOD)
    return path


def overlapping(path: Path) -> Path:
    """Two entries of the directory that share the packed bytes of one part (a quoted-overlap bomb in small)."""
    simple(path, [["甲"]])
    content = bytearray(path.read_bytes())
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", content)]
    first, second = entries[0], entries[1]
    name = struct.unpack_from("<H", content, first + 28)[0]
    copy = bytearray(content[first : first + 46 + name])
    end = content.rfind(b"PK\x05\x06")
    count, size = struct.unpack_from("<HL", content, end + 10)
    struct.pack_into("<HHL", content, end + 8, count + 1, count + 1, size + len(copy))
    del second
    content[end:end] = copy
    path.write_bytes(content)
    return path


def lying_sizes(content: bytearray) -> None:
    at = content.rfind(b"PK\x01\x02")
    size = struct.unpack_from("<L", content, at + 24)[0]
    struct.pack_into("<L", content, at + 24, size - 5)


def wrong_checksum(content: bytearray) -> None:
    content[content.rfind(b"PK\x01\x02") + 16] ^= 0xFF


def encrypted_entry(content: bytearray) -> None:
    for found in re.finditer(b"PK\x01\x02", bytes(content)):
        content[found.start() + 8] |= 1


def strange_method(content: bytearray) -> None:
    content[content.find(b"PK\x01\x02") + 10] = 99


def lying_count(content: bytearray) -> None:
    at = content.rfind(b"PK\x05\x06")
    struct.pack_into("<HH", content, at + 8, 2, 2)


def inner_zip() -> bytes:
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w") as archive:
        archive.writestr("a", "a")
    return inside.getvalue()


def many_entries(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5_001):
            archive.writestr(f"xl/{number}.xml", "")
    return path


def bomb(path: Path) -> Path:
    return zipped(path, parts({"表1": GOOD}) | {"xl/media/image1.png": b"\0" * 60_000_000})


def too_large(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(51 * 2**20)
    return path


def billion_laughs() -> str:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "哈">{entities}]><worksheet xmlns="{MAIN}">&l9;</worksheet>'


EXTERNAL_ENTITY = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet xmlns="{MAIN}">&x;</worksheet>'
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ODS = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
DDE = "<c r=\"A1\"><f>cmd|'/C calc'!A0</f><v>0</v></c>"


def noise(length: int) -> str:
    """Text that hardly packs, the same every time."""
    return base64.b64encode(random.Random(1).randbytes(length * 3 // 4)).decode()


def with_shared(items: str) -> Maker:
    made = parts({"表1": sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')})
    relation = f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    rels = "xl/_rels/workbook.xml.rels"
    made[rels] = made[rels].replace("</Relationships>", relation)
    return lambda path: zipped(path, made | {"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>'})


def many_styles() -> str:
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in range(80_000))
    return f'<styleSheet xmlns="{MAIN}"><cellXfs>{styles}</cellXfs></styleSheet>'


def overlapping_merges() -> str:
    return merges(*(f"A1:J{200 + i}" for i in range(2_000)))


WIDE = rows_xml([[1] * 10] * 300)

HOSTILE: dict[str, tuple[Maker, str]] = {
    "empty file": (raw(b""), "空的"),
    "text": (raw("号牌号码,业户".encode()), "另存为 xlsx"),
    "gbk text": (raw("号牌号码,业户".encode("gb18030")), "另存为 xlsx"),
    "web page as xls": (raw(b"\r\n<html><table><tr><td>1</td></tr></table></html>"), "网页"),
    "xml table": (raw(b'<?xml version="1.0"?><Workbook/>'), "XML"),
    "pdf": (raw(b"%PDF-1.7\n"), "PDF"),
    "old xls": (raw(OLE2 + "Workbook".encode("utf-16-le")), "旧格式"),
    "encrypted": (raw(OLE2 + "EncryptedPackage".encode("utf-16-le")), "密码"),
    "old word": (raw(OLE2 + "WordDocument".encode("utf-16-le")), "Word"),
    "zip head only": (raw(b"PK\x03\x04" + b"\0" * 100), "损坏"),
    "plain zip": (lambda path: zipped(path, {"a.txt": "a"}), "压缩包"),
    "docx": (lambda path: zipped(path, {"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "Word"),
    "ods": (lambda path: zipped(path, {"mimetype": ODS, "content.xml": "<a/>"}), ".ods"),
    "xlsb": (with_part("xl/workbook.bin"), ".xlsb"),
    "over 50 MB": (too_large, "50 MB"),
    "truncated": (patched(lambda content: content.__delitem__(slice(len(content) - 200, None))), "损坏"),
    "zip bomb": (bomb, "100 倍"),
    "sheet bomb": (with_sheet(sheet_xml('<row r="1"/>' * 1_000_000)), "100 倍"),
    "too many parts": (many_entries, "5000"),
    "duplicate part": (stored_twice, "重名"),
    "part named alike": (with_part("XL/worksheets/SHEET1.xml", GOOD), "重名"),
    "overlapping parts": (overlapping, "重"),
    "lying size": (patched(lying_sizes), "损坏"),
    "wrong checksum": (patched(wrong_checksum), "校验值"),
    "lying count": (patched(lying_count), "损坏"),
    "encrypted part": (patched(encrypted_entry), "密码"),
    "strange compression": (patched(strange_method), "压缩方式"),
    "bytes before the zip": (patched(lambda content: content.__setitem__(slice(0, 0), b"PK\x03\x04MZ")), "损坏"),
    "bytes after the zip": (patched(lambda content: content.extend(b"extra")), "损坏"),
    "nested zip": (with_part("xl/media/image1.png", inner_zip()), "夹带"),
    "nested zip by name": (with_part("xl/more.zip"), "夹带"),
    "program inside": (with_part("xl/media/image1.png", b"MZ\x90\x00"), "夹带"),
    "path out of the file": (with_part("../../etc/passwd"), "文件之外"),
    "absolute path": (with_part("/etc/passwd"), "文件之外"),
    "macro": (with_part("xl/vbaProject.bin"), "宏"),
    "macro sheet": (with_part("xl/macrosheets/sheet1.xml", "<a/>"), "宏"),
    "renamed xlsm": (with_part("[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "宏"),
    "embedded object": (with_part("xl/embeddings/oleObject1.bin"), "嵌"),
    "control": (with_part("xl/activeX/activeX1.xml", "<a/>"), "嵌"),
    "external link": (with_part("xl/externalLinks/externalLink1.xml", "<a/>"), "断开链接"),
    "data connection": (with_part("xl/connections.xml", "<a/>"), "断开链接"),
    "external image": (
        with_part("xl/drawings/_rels/drawing1.xml.rels", relationship("image", "http://x/a.png")),
        "断开链接",
    ),
    "external template": (with_part("xl/_rels/more.rels", relationship("attachedTemplate", "http://x/a")), "断开链接"),
    "dde": (with_sheet(sheet_xml(f'<row r="1">{DDE}</row>')), "DDE"),
    "doctype": (with_sheet(f"<!DOCTYPE worksheet>{GOOD}"), "DOCTYPE"),
    "billion laughs": (with_sheet(billion_laughs()), "DOCTYPE"),
    "external entity": (with_sheet(EXTERNAL_ENTITY), "DOCTYPE"),
    "doctype in another part": (with_part("docProps/app.xml", "<!DOCTYPE a><a/>"), "DOCTYPE"),
    "utf-16": (with_part(SHEET, "\ufeff<worksheet/>".encode("utf-16-le")), "UTF-8"),
    "declared gbk": (with_part(SHEET, '<?xml version="1.0" encoding="GBK"?><worksheet/>'), "UTF-8"),
    "invalid utf-8": (with_part(SHEET, GOOD.encode().replace("湘".encode(), b"\xff\xfe\xfd")), "损坏"),
    "far cell": (with_sheet(sheet_xml(f'<row r="1048576">{cell("XFD1048576", 1)}</row>')), "XFD1048576"),
    "far row": (with_sheet(sheet_xml(f'<row r="200001">{cell("A200001", 1)}</row>')), "200,000"),
    "wide box": (with_sheet(sheet_xml(f'<row r="300">{cell("XFD300", 1)}</row>')), "2,000,000"),
    "cell beyond the last column": (with_sheet(sheet_xml(f'<row r="1">{cell("ZZZ1", 1)}</row>')), "列数"),
    "row twice": (with_sheet(sheet_xml('<row r="2"></row><row r="2"></row>')), "两次"),
    "cell twice": (with_sheet(sheet_xml(f'<row r="1">{cell("A1", 1)}{cell("A1", 2)}</row>')), "重复"),
    "sheet cut short": (with_sheet(GOOD[:-30]), "损坏"),
    "rows cut short": (with_sheet(GOOD.replace("</row></sheetData>", "</sheetData>")), "损坏"),
    "comment around cells": (with_sheet(GOOD.replace("<row", "<!-- --><row", 1)), "注释"),
    "missing shared text": (with_sheet(sheet_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')), "文本"),
    "not a number": (with_sheet(sheet_xml('<row r="1"><c r="A1"><v>NaN</v></c></row>')), "数字"),
    "missing style": (with_sheet(sheet_xml('<row r="1"><c r="A1" s="99"><v>1</v></c></row>')), "格式"),
    "unknown entity": (with_sheet(GOOD.replace("湘", "&nbsp;")), "转义"),
    "too many styles": (with_part("xl/styles.xml", many_styles()), "样式"),
    "merges over and over": (with_sheet(sheet_xml(WIDE, after=overlapping_merges())), "合并"),
    "no sheets": (lambda path: zipped(path, parts({})), "没有工作表"),
    "sheet without part": (
        lambda path: zipped(path, {k: v for k, v in parts({"表1": GOOD}).items() if k != SHEET}),
        "没有内容",
    ),
    "broken workbook part": (with_part("xl/workbook.xml", "<workbook"), "损坏"),
    "huge row": (with_sheet(sheet_xml(f'<row r="1">{cell("A1", noise(17_000_000))}</row>')), "16 MB"),
    "huge shared text": (with_shared(f"<si><t>{noise(17_000_000)}</t></si>"), "拆成"),
    "broken shared texts": (with_shared("<si><t>甲</t><b></si>"), "损坏"),
    "shared texts cut short": (with_shared("<si><t>甲</t></si><si><t>"), "损坏"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_chinese_within_three_seconds(name: str, tmp_path: Path) -> None:
    make, word = HOSTILE[name]
    path = make(tmp_path / "甲.xlsx")
    started = time.process_time()
    with pytest.raises(Unreadable, match=re.escape(word)) as refused:
        read_workbook(path)
    assert time.process_time() - started < 3
    assert re.search(r"[\u4e00-\u9fff].*。$", str(refused.value))


@pytest.mark.parametrize("place", range(0, 1_500, 7))
def test_a_damaged_byte_never_leads_to_anything_but_a_reading_or_a_refusal(place: int, tmp_path: Path) -> None:
    path = simple(tmp_path / "a.xlsx", [["号牌号码"], ["湘D12345"]])
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 0x55
    path.write_bytes(content)
    with suppress(Unreadable):
        read_workbook(path)


def test_a_good_file_is_read_after_a_hostile_one(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read_workbook(bomb(tmp_path / "bomb.xlsx"))
    assert read_workbook(simple(tmp_path / "good.xlsx", [["甲"]])).sheets[0].rows == [["甲"]]


def test_a_hyperlink_to_outside_is_no_reason_to_refuse(tmp_path: Path) -> None:
    link = relationship("hyperlink", "mailto:a@b.c")
    check(with_part("xl/worksheets/_rels/sheet1.xml.rels", link)(tmp_path / "a.xlsx"))


def test_a_picture_is_no_reason_to_refuse(tmp_path: Path) -> None:
    check(with_part("xl/media/image1.png", b"\x89PNG\r\n")(tmp_path / "a.xlsx"))
