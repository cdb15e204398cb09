"""Zip packages put together wrongly: entries that lie, overlap, repeat or were packed in a way nobody uses."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def para(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


SAID = para("标志牌 30 块，其中甲 10 块，乙 20 块。")


def document(body: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'


def rels(*targets: tuple[str, str]) -> str:
    each = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELS}">{each}</Relationships>'


def word_parts(body: str = SAID) -> dict[str, str | bytes]:
    types = f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": rels(("officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
    }


def sheet_parts(cells: str, strings: str = "<si><t>标志牌</t></si>", more: str = "") -> dict[str, str | bytes]:
    types = (
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHEET_TYPE}.sharedStrings+xml"/>'
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": rels(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {S} {R}><sheets><sheet name="表一" sheetId="1" r:id="rId0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": rels(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/sharedStrings.xml": f"<sst {S}>{strings}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet {S}><sheetData>{cells}</sheetData>{more}</worksheet>",
    }


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: str = SAID, **more: str | bytes) -> bytes:
    """A Word file with this body; further parts by path, spelled with __ for the slashes."""
    return packed(word_parts(body) | {name.replace("__", "/"): data for name, data in more.items()})


def word_with(parts: dict[str, str | bytes], body: str = SAID) -> bytes:
    return packed(word_parts(body) | parts)


def sheet(cells: str, strings: str = "<si><t>标志牌</t></si>", more: str = "") -> bytes:
    return packed(sheet_parts(cells, strings, more))


def cell(reference: str, value: str, kind: str = "n") -> str:
    row = "".join(filter(str.isdigit, reference))
    return f'<row r="{row}"><c r="{reference}" t="{kind}"><v>{value}</v></c></row>'


def claiming(data: bytes, name: str, size: int) -> bytes:
    """The package with this entry's unpacked size set to a lie, here and in the directory."""
    changed, wanted = bytearray(data), name.encode()
    for mark, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = changed.find(mark)
        while at >= 0:
            if changed[at + name_at : at + name_at + len(wanted)] == wanted:
                changed[at + size_at : at + size_at + 4] = struct.pack("<I", size)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def overlapping(parts: dict[str, str | bytes], kernel: bytes, copies: int) -> bytes:
    """A package whose last `copies` entries all point to one packed kernel."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    squeezed = deflate.compress(kernel) + deflate.flush()
    body = bytearray()
    directory = bytearray()
    count = 0

    def entry(name: str, crc: int, sizes: tuple[int, int], at: int) -> None:
        nonlocal count
        raw = name.encode()
        fields = (0, 20, 0x800, 8, 0, 0x21, crc, *sizes, len(raw), 0, 0, 0, 0, 0, at)
        directory.extend(b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, *fields[1:]) + raw)
        count += 1

    def local(name: str, crc: int, sizes: tuple[int, int], data: bytes) -> int:
        at, raw = len(body), name.encode()
        body.extend(
            b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0x800, 8, 0, 0x21, crc, *sizes, len(raw), 0) + raw + data
        )
        return at

    for name, text in parts.items():
        data = text.encode() if isinstance(text, str) else text
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        small = deflate.compress(data) + deflate.flush()
        sizes = (len(small), len(data))
        entry(name, zlib.crc32(data), sizes, local(name, zlib.crc32(data), sizes, small))
    sizes = (len(squeezed), len(kernel))
    at = local("word/media/0.bin", zlib.crc32(kernel), sizes, squeezed)
    for number in range(copies):
        entry(f"word/media/{number}.bin", zlib.crc32(kernel), sizes, at)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)
