"""The zip package of a Word file, opened only within limits: hostile ones are refused before they are unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from yunguan.audit.reader import Unreadable

MOST_ENTRIES: Final = 5_000
MOST_UNPACKED: Final = 500 * 1024 * 1024
MOST_XML: Final = 64 * 1024 * 1024
MOST_RATIO: Final = 100
_SMALL: Final = 1024 * 1024
_CHUNK: Final = 64 * 1024
_MACROS = ("vbaproject.bin", "vbadata.xml")
_MACRO_TYPE = b"macroenabled"


@dataclass(frozen=True)
class Package:
    """A guarded package; `part` gives the parsed XML of one of its parts."""

    name: str
    archive: zipfile.ZipFile

    def part(self, path: str) -> etree._Element | None:
        """The root of this part, None where the package has none; raises Unreadable when it is not clean XML."""
        if path not in self.archive.namelist():
            return None
        return _parsed(self.name, self.bytes(path))

    def bytes(self, path: str) -> bytes:
        """The unpacked bytes, counted while they stream, whatever size the package claims."""
        info = self.archive.getinfo(path)
        found = bytearray()
        try:
            with self.archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    found += chunk
                    if len(found) > MOST_XML or _too_dense(len(found), info.compress_size):
                        raise _bomb(self.name)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError) as error:
            raise Unreadable(f"“{self.name}”的压缩内容已损坏，请用 Word 打开并另存为 docx 后再提供") from error
        return bytes(found)


def open_package(name: str, data: bytes) -> Package:
    """The package in these bytes; raises Unreadable when it breaks a limit or holds macros."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise Unreadable(f"“{name}”的压缩结构已损坏，请用 Word 打开并另存为 docx 后再提供") from error
    _guard(name, entries)
    package = Package(name, archive)
    if _MACRO_TYPE in package.bytes("[Content_Types].xml").lower():
        raise _macros(name)
    return package


def _guard(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(f"“{name}”里的部件超过 {MOST_ENTRIES} 个，不像正常的文档，拒绝读取；请另存为新文件后再提供")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise Unreadable(f"“{name}”里有重名的部件，可能被改动过，拒绝读取；请用 Word 另存为新文件后再提供")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(f"“{name}”是加密文件，请去掉密码后再提供")
    if any(entry.rsplit("/", 1)[-1].lower() in _MACROS for entry in names):
        raise _macros(name)
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _bomb(name)
    if any(_too_dense(entry.file_size, entry.compress_size) for entry in entries):
        raise _bomb(name)
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        raise Unreadable(f"“{name}”不是 Word 文档（docx），请另存为 docx 后再提供")


def _too_dense(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > MOST_RATIO * max(1, packed)


def _bomb(name: str) -> Unreadable:
    return Unreadable(f"“{name}”解压后过大，像是压缩炸弹，拒绝读取；如是正常文档，请另存为新文件后再提供")


def _macros(name: str) -> Unreadable:
    return Unreadable(f"“{name}”带有宏，拒绝读取；请另存为不带宏的 docx 后再提供")


def _foreign(name: str) -> Unreadable:
    return Unreadable(f"“{name}”的内容里有外部定义（DOCTYPE），可能是恶意文件，拒绝读取；请用 Word 另存为新文件")


def _parsed(name: str, data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _foreign(name)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"“{name}”的内容不是完好的 XML，请用 Word 打开并另存为 docx 后再提供") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _foreign(name)
    return root
