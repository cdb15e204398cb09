"""The zip package of an office file, opened only within limits: hostile ones are refused before they are unpacked."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from lxml import etree

from yunguan.audit.reader import Unreadable

MOST_BYTES: Final = 50 * 1024 * 1024
MOST_ENTRIES: Final = 5_000
MOST_UNPACKED: Final = 500 * 1024 * 1024
MOST_XML: Final = 64 * 1024 * 1024
MOST_RATIO: Final = 100
_SMALL: Final = 1024 * 1024
_CHUNK: Final = 64 * 1024
_TYPES: Final = "[Content_Types].xml"
_MACROS: Final = re.compile(
    r"(?:^|/)(?:vbaproject\.bin|vbadata\.xml|attachedtoolbars\.bin|macrosheets/.*)$", re.IGNORECASE
)
_MACRO_TYPES: Final = (b"macroenabled", b"macrosheet+xml")
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL: Final = struct.Struct("<4s22x2H")
_ENCRYPTED: Final = 0x41
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Format:
    """An office format: who writes it, what its files are called, where its main part usually lies."""

    program: str
    suffix: str
    what: str
    main: str


@dataclass(frozen=True)
class Package:
    """A guarded package; `main` is the path of its main part, `part` gives the parsed XML of one of its parts."""

    name: str
    archive: zipfile.ZipFile
    format: Format
    main: str = ""

    def part(self, path: str) -> etree._Element | None:
        """The root of this part, None where the package has none; raises Unreadable when it is not clean XML."""
        return _parsed(self, self.bytes(path)) if path in self.archive.NameToInfo else None

    def chunks(self, path: str) -> Iterator[bytes]:
        """The unpacked bytes as they stream, counted whatever size the package claims."""
        info, size = self.archive.getinfo(path), 0
        try:
            with self.archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > MOST_UNPACKED or _too_dense(size, info.compress_size):
                        raise _bomb(self.name)
                    yield chunk
        except _DAMAGED as error:
            if isinstance(error, Unreadable):
                raise
            raise self.damaged("压缩内容已损坏") from error

    def related(self, path: str) -> dict[str, Relation]:
        """What this part refers to, by the ids of the relationships; "" is the package itself."""
        folder = posixpath.dirname(path)
        root = self.part(relations_of(path))
        found = root.iterfind("{*}Relationship") if root is not None else ()
        return {each.get("Id", ""): _relation(folder, each) for each in found}

    def damaged(self, what: str) -> Unreadable:
        """The refusal of a file that contradicts itself."""
        return _damaged(self.name, self.format, what)

    def foreign(self) -> Unreadable:
        """The refusal of a part that declares entities."""
        return Unreadable(
            f"“{self.name}”的内容里有外部定义（DOCTYPE），可能是恶意文件，拒绝读取；"
            f"请用 {self.format.program} 另存为新文件"
        )

    def broken(self) -> Unreadable:
        """The refusal of a part that is no XML."""
        return self.damaged("内容不是完好的 XML")

    def bytes(self, path: str) -> bytes:
        """The unpacked bytes of one part."""
        found = bytearray()
        for chunk in self.chunks(path):
            found += chunk
            if len(found) > MOST_XML:
                raise _bomb(self.name)
        return bytes(found)


@dataclass(frozen=True)
class Relation:
    """A relationship: the last word of its type ("worksheet"), the part it leads to, whether that lies outside."""

    kind: str
    target: str
    outside: bool


def opened(name: str, data: bytes, form: Format) -> Package:
    """The package in these bytes; raises Unreadable when it breaks a limit, holds macros or is of another format."""
    if len(data) > MOST_BYTES:
        raise Unreadable(f"“{name}”超过 50 MB，请去掉图片等大件后再提供")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED as error:
        raise _damaged(name, form, "压缩结构已损坏") from error
    package = Package(name, archive, form)
    _guard(package)
    _refuse_overlaps(package, data)
    if any(each in package.bytes(_TYPES).lower() for each in _MACRO_TYPES):
        raise _macros(package)
    return replace(package, main=_main(package))


def relations_of(path: str) -> str:
    """The path of the part that says what this part refers to; "" is the package itself."""
    folder, file = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def lies_in(data: bytes, folder: bytes) -> bool:
    """True where the bytes are a zip whose directory has parts in this folder, whatever files are packed inside it."""
    if not data.startswith(b"PK"):
        return False
    end = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    directory = data[max(0, end - size) : end] if end >= 0 else b""
    return bool(re.search(rb"PK\x01\x02.{42}" + re.escape(folder), directory or data, re.DOTALL)) or (
        not directory and folder in data
    )


def _main(package: Package) -> str:
    relations = package.related("").values()
    named = (each.target for each in relations if each.kind == "officeDocument" and not each.outside)
    path = next(named, package.format.main)
    folder = posixpath.dirname(package.format.main)
    if path not in package.archive.NameToInfo or not path.startswith(f"{folder}/"):
        path = package.format.main
    if path not in package.archive.NameToInfo:
        raise _another(package)
    return path


def _parsed(package: Package, data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise package.foreign()
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise package.broken() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise package.foreign()
    return root


def _relation(folder: str, found: etree._Element) -> Relation:
    target = unquote(found.get("Target", ""))
    path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return Relation(found.get("Type", "").rpartition("/")[2], path, found.get("TargetMode") == "External")


def _guard(package: Package) -> None:
    name, entries = package.name, package.archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(f"“{name}”里的部件超过 {MOST_ENTRIES} 个，不像正常的文档，拒绝读取；请另存为新文件后再提供")
    names = [entry.filename for entry in entries]
    if len({each.casefold() for each in names}) != len(names):
        program = package.format.program
        raise Unreadable(f"“{name}”里有重名的部件，可能被改动过，拒绝读取；请用 {program} 另存为新文件后再提供")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unreadable(f"“{name}”是加密文件，请去掉密码后再提供")
    if any(_MACROS.search(each) for each in names):
        raise _macros(package)
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise package.damaged("压缩方式不是办公软件所用的方式，可能已损坏")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _bomb(name)
    if any(_too_dense(entry.file_size, entry.compress_size) for entry in entries):
        raise _bomb(name)
    if _TYPES not in names:
        raise _another(package)


def _refuse_overlaps(package: Package, data: bytes) -> None:
    """No two entries may share bytes: a bomb may name one packed kernel a thousand times (CVE-2024-0450)."""
    entries = sorted(package.archive.infolist(), key=lambda entry: entry.header_offset)
    limits = [entry.header_offset for entry in entries[1:]] + [package.archive.start_dir]
    for entry, limit in zip(entries, limits, strict=True):
        head = data[entry.header_offset : entry.header_offset + _LOCAL.size]
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise package.damaged("压缩结构已损坏")
        _, name, extra = _LOCAL.unpack(head)
        if entry.header_offset + _LOCAL.size + name + extra + entry.compress_size > limit:
            raise Unreadable(
                f"“{package.name}”里的部件互相重叠，像是压缩炸弹，拒绝读取；如是正常文档，请另存为新文件后再提供"
            )


def _too_dense(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > MOST_RATIO * max(1, packed)


def _damaged(name: str, form: Format, what: str) -> Unreadable:
    return Unreadable(f"“{name}”的{what}，请用 {form.program} 打开并另存为 {form.suffix} 后再提供")


def _bomb(name: str) -> Unreadable:
    return Unreadable(f"“{name}”解压后过大，像是压缩炸弹，拒绝读取；如是正常文档，请另存为新文件后再提供")


def _macros(package: Package) -> Unreadable:
    return Unreadable(f"“{package.name}”带有宏，拒绝读取；请另存为不带宏的 {package.format.suffix} 后再提供")


def _another(package: Package) -> Unreadable:
    form = package.format
    return Unreadable(f"“{package.name}”不是 {form.what}（{form.suffix}），请另存为 {form.suffix} 后再提供")
