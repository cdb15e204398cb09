"""What a workbook must be, and must not contain, before any of its cells is read."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from xml.sax.saxutils import unescape

from yunguan.registers.importing.archive import MAX_FILE, Archive, Unreadable, damaged, open_archive

__all__ = ["Guarded", "Unreadable", "check", "damaged", "guarded"]

_HEAD: Final = 4096
_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD: Final = "WordDocument".encode("utf-16-le")
_SAVE_AS: Final = "请用 Excel 或 WPS 打开后另存为 xlsx，再上传。"
_NESTED: Final = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", _OLE2, b"MZ")
_DECLARED: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_RELATION: Final = re.compile(rb"<[\w:]*Relationship\b[^>]*>")
_OUTSIDE: Final = re.compile(r"""TargetMode\s*=\s*["']External""", re.IGNORECASE)
_HYPERLINK: Final = re.compile(r"""Type\s*=\s*["'][^"']*/hyperlink["']""")
_XML: Final = (".xml", ".rels", ".vml")
_TYPES: Final = "[Content_Types].xml"

_FORBIDDEN: Final = (
    (
        re.compile(r"vbaproject|vbadata|macrosheets/|attachedtoolbars", re.IGNORECASE),
        "文件含有宏，请另存为不含宏的 xlsx 后再上传。",
    ),
    (
        re.compile(r"externallinks/|connections\.xml$|querytables/", re.IGNORECASE),
        "文件链接着别的工作簿或外部数据，请在“数据—编辑链接”中断开链接，把公式粘贴为数值后再上传。",
    ),
    (
        re.compile(r"embeddings/|oleobject|activex/|/package$", re.IGNORECASE),
        "文件中嵌有其他文件或控件，请删除嵌入的对象后另存为 xlsx 再上传。",
    ),
    (
        re.compile(r"\.(zip|rar|7z|gz|jar|exe|dll|js|vbs|docm|xlsm|xlsx|docx)$", re.IGNORECASE),
        "文件中夹带了别的文件，请删除后再上传。",
    ),
)


class Guarded:
    """A workbook that passed the first look; its parts are streamed under the limits and the ban on DOCTYPE."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.names = archive.names

    def __contains__(self, name: str) -> bool:
        return name in self._archive.entries

    def stream(self, name: str) -> Iterator[bytes]:
        """The part in blocks, each looked through before it is handed on."""
        blocks = self._archive.stream(name)
        return _looked_through(name, blocks) if name.lower().endswith(_XML) else _no_archive(blocks)

    def read(self, name: str) -> bytes:
        """A whole small part, looked through."""
        whole = self._archive.read(name)
        return b"".join(_looked_through(name, iter([whole])))

    def finish(self) -> None:
        """Look through every part that was not read, so that nothing in the file stays unseen."""
        for name in self._archive.unread:
            for _ in self.stream(name):
                pass


@contextmanager
def guarded(path: Path) -> Iterator[Guarded]:
    """The workbook at `path`, after the first look; Unreadable with the reason when it may not be opened."""
    try:
        with path.open("rb") as file:
            _refuse_other_kinds(file.read(_HEAD), path)
            archive = open_archive(path, file)
            _refuse_contents(archive)
            yield Guarded(archive)
    except (struct.error, OverflowError, EOFError) as error:
        raise damaged("内部结构无法读取") from error


def check(path: Path) -> None:
    """Look through the whole file; Unreadable unless it is a workbook within the limits."""
    with guarded(path) as workbook:
        workbook.finish()


def _refuse_other_kinds(head: bytes, path: Path) -> None:
    if not head:
        raise Unreadable("文件是空的，请重新导出或另存后再上传。")
    if head.startswith(_OLE2):
        raise Unreadable(_ole2_reason(path))
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        raise Unreadable("这是改了扩展名的网页，不是 Excel 工作簿，" + _SAVE_AS)
    if start.startswith(b"<?xml"):
        raise Unreadable("这是 XML 表格，不是 xlsx 工作簿，" + _SAVE_AS)
    if start.startswith(b"%pdf"):
        raise Unreadable("这是 PDF 文件，不是 Excel 工作簿，请上传原来的 xlsx。")
    if not head.startswith(b"PK\x03\x04"):
        raise Unreadable("文件内容不是 xlsx 工作簿（也许只改了扩展名），" + _SAVE_AS)


def _ole2_reason(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(MAX_FILE)
    if _ENCRYPTED in content:
        return "文件设有打开密码，无法读取，请在 Excel 中取消密码、另存为 xlsx 后再上传。"
    if _WORD in content:
        return "这是 Word 文档，不是 Excel 工作簿，请上传 xlsx。"
    return "这是旧格式（.xls）的工作簿，" + _SAVE_AS


def _refuse_contents(archive: Archive) -> None:
    for name in archive.names:
        for pattern, sentence in _FORBIDDEN:
            if pattern.search(name):
                raise Unreadable(sentence)
    _refuse_other_packages(archive)
    types = archive.read(_TYPES).lower()
    if b"macroenabled" in types or b"vbaproject" in types or b"intlmacrosheet" in types:
        raise Unreadable(_FORBIDDEN[0][1])
    for name in archive.names:
        if name.lower().endswith(".rels"):
            _refuse_external(archive.read(name))


def _refuse_other_packages(archive: Archive) -> None:
    names = {name.lower() for name in archive.names}
    if "xl/workbook.bin" in names:
        raise Unreadable("这是二进制工作簿（.xlsb），" + _SAVE_AS)
    if "content.xml" in names:
        raise Unreadable("这是 OpenDocument 表格（.ods），" + _SAVE_AS)
    if "word/document.xml" in names:
        raise Unreadable("这是 Word 文档，不是 Excel 工作簿，请上传 xlsx。")
    if _TYPES not in archive.entries or "_rels/.rels" not in names:
        raise Unreadable("这是普通压缩包，不是 Excel 工作簿，请上传 xlsx。")


def _refuse_external(relationships: bytes) -> None:
    """Only hyperlinks may point outside; anything else would be fetched when the file is opened."""
    for tag in _RELATION.findall(relationships):
        text = unescape(tag.decode("utf-8", "replace"))
        if _OUTSIDE.search(text) and not _HYPERLINK.search(text):
            raise Unreadable(_FORBIDDEN[1][1])


def _looked_through(name: str, blocks: Iterator[bytes]) -> Iterator[bytes]:
    tail = b""
    first = True
    for block in blocks:
        if first and block:
            _refuse_archive(block)
            _refuse_encoding(block)
            first = False
        if _DECLARED.search(tail + block):
            raise Unreadable(
                f"文件的 {name[-60:]} 中含有 DOCTYPE 或实体声明，Excel 从不这样写，已拒绝读取，请另存为新的 xlsx。"
            )
        tail = block[-16:]
        yield block


def _refuse_encoding(block: bytes) -> None:
    declared = _ENCODING.match(block.removeprefix(b"\xef\xbb\xbf")[:200])
    other = declared and declared.group(1).lower() not in {b"utf-8", b"utf8", b"us-ascii"}
    if b"\0" in block[:8] or block.startswith((b"\xff\xfe", b"\xfe\xff")) or other:
        raise Unreadable("文件内部不是 UTF-8 编码，Excel 从不这样写，已拒绝读取，请另存为新的 xlsx。")


def _no_archive(blocks: Iterator[bytes]) -> Iterator[bytes]:
    first = True
    for block in blocks:
        if first and block:
            _refuse_archive(block)
            first = False
        yield block


def _refuse_archive(block: bytes) -> None:
    if block.startswith(_NESTED):
        raise Unreadable("文件中夹带了别的压缩包或程序，请删除嵌入的对象后另存为 xlsx 再上传。")
