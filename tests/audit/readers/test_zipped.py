import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yunguan.audit.reader import Unreadable
from yunguan.audit.readers.zipped import Format, Package, lies_in, opened

FORM = Format("甲", "abc", "甲文件", "a/main.xml")
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="x/officeDocument" Target="{}"/></Relationships>'
)


def zipped(parts: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in {"[Content_Types].xml": "<Types/>", **parts}.items():
            archive.writestr(name, data)
    return out.getvalue()


def open_(data: bytes) -> Package:
    return opened("a", data, FORM)


def overlapping(copies: int) -> bytes:
    """A package whose entries all name one packed kernel."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = deflate.compress(b"x" * 900_000) + deflate.flush()
    crc, name = zlib.crc32(b"x" * 900_000), b"a/0"
    body = zipped({"a/main.xml": "<a/>"})
    end = body.index(b"PK\x01\x02")
    known, at = body[end : body.rindex(b"PK\x05\x06")], end
    sizes = (crc, len(packed), 900_000)
    kernel = b"PK\x03\x04" + struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, *sizes, 3, 0) + name + packed
    one = b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0x21, *sizes, 3, 0, 0, 0, 0, 0, at)
    directory = known + b"".join(one + f"a/{number}".encode() for number in range(copies))
    tail = struct.pack("<HHHHIIH", 0, 0, copies + 2, copies + 2, len(directory), at + len(kernel), 0)
    return body[:end] + kernel + directory + b"PK\x05\x06" + tail


def test_the_main_part_is_found_by_the_relationships() -> None:
    parts = {"_rels/.rels": RELATION.format("/a/other.xml"), "a/other.xml": "<b/>", "a/main.xml": "<a/>"}

    assert open_(zipped(parts)).main == "a/other.xml"


@pytest.mark.parametrize("target", ["../../etc/passwd", "a/absent.xml", "b/foreign.xml"])
def test_a_relationship_that_leads_astray_leaves_the_usual_main_part(target: str) -> None:
    parts = {"_rels/.rels": RELATION.format(target), "a/main.xml": "<a/>", "b/foreign.xml": "<b/>"}

    assert open_(zipped(parts)).main == "a/main.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (overlapping(2), "重叠"),
        (zipped({"a/main.xml": "<a/>", "a/Main.xml": "<b/>"}), "重名"),
        (zipped({"a/main.xml": "<a/>"}, zipfile.ZIP_LZMA), "压缩方式"),
        (zipped({"a/main.xml": "<a/>", "xl/macrosheets/sheet1.xml": "<a/>"}), "宏"),
        (zipped({"b/main.xml": "<a/>"}), "不是 甲文件"),
        (zipped({"a/main.xml": "<a/>", **{f"a/{number}": "" for number in range(5_000)}}), "部件超过"),
        (zipped({"a/main.xml": "<a/>"})[:-30], "损坏"),
        (zipped({"a/main.xml": "<a/>"}) + b"\0" * (50 * 2**20), "50 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_package_beyond_the_limits_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        open_(data)


@pytest.mark.parametrize("head", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY x "y">]>'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused(head: str, encoding: str) -> None:
    package = open_(zipped({"a/main.xml": "<a/>"}))
    data = f'<?xml version="1.0" encoding="{encoding}"?>{head}<a/>'.encode(encoding)
    package = open_(zipped({"a/main.xml": data}))  # type: ignore[dict-item]

    with pytest.raises(Unreadable, match="DOCTYPE"):
        package.part(package.main)


def test_a_file_is_told_by_its_own_directory_not_by_what_is_packed_in_it() -> None:
    inner = zipped({"word/document.xml": "<a/>"}, zipfile.ZIP_STORED)
    outer = zipped({"xl/embeddings/a.docx": inner}, zipfile.ZIP_STORED)  # type: ignore[dict-item]

    assert lies_in(outer, b"xl/")
    assert not lies_in(outer, b"word/")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_package_is_refused_or_read_and_nothing_else(changes: list[tuple[int, int]]) -> None:
    data = bytearray(zipped({"_rels/.rels": RELATION.format("a/main.xml"), "a/main.xml": "<a>甲</a>"}))
    for at, value in changes:
        data[at % len(data)] = value
    try:
        package = open_(bytes(data))
        package.part(package.main)
    except Unreadable:
        pass
