"""The zip around a workbook, read by ourselves: every unpacked byte is counted against the limits."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

MAX_FILE: Final = 50 * 2**20
MAX_ENTRIES: Final = 5_000
MAX_UNPACKED: Final = 500 * 2**20
MAX_RATIO: Final = 100
MAX_PART: Final = 16 * 2**20
_RATIO_COUNTS_FROM: Final = 2**20
_BLOCK: Final = 2**18
_MAX_DIRECTORY: Final = 2 * 2**20
_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED: Final = 0x1

_DAMAGED: Final = "文件已损坏或不完整（{}），请在 Excel 中重新打开并另存为 xlsx 后再上传。"


class Unreadable(ValueError):  # noqa: N818 - the file is what is wrong
    """A file that is not read at all; the message is a Chinese sentence that says why and what to do."""


def damaged(what: str) -> Unreadable:
    """The refusal of a file that contradicts itself."""
    return Unreadable(_DAMAGED.format(what))


@dataclass(frozen=True)
class Entry:
    """One part of the archive: where its packed bytes lie and what they claim to be."""

    name: str
    method: int
    flags: int
    crc: int
    packed: int
    size: int
    offset: int
    start: int


class Archive:
    """The parts of one zip; every byte that is unpacked counts against the limits of the whole file."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self._file = file
        self._length = length
        self._unpacked = 0
        self._read: set[str] = set()
        self.entries = {entry.name: entry for entry in _directory(file, length)}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all parts, in the order of the directory."""
        return tuple(self.entries)

    @property
    def unread(self) -> tuple[str, ...]:
        """Parts that nobody has streamed to the end yet."""
        return tuple(name for name in self.entries if name not in self._read)

    def stream(self, name: str) -> Iterator[bytes]:
        """The part in blocks; Unreadable when it is larger than it says, damaged, or beyond the limits."""
        entry = self.entries[name]
        size, crc = 0, 0
        for block in self._blocks(entry):
            size += len(block)
            crc = zlib.crc32(block, crc)
            self._count(len(block), size, entry)
            yield block
        if size != entry.size or crc != entry.crc:
            raise damaged(f"{_shown(name)} 的校验值不符")
        self._read.add(name)

    def read(self, name: str, limit: int = MAX_PART) -> bytes:
        """A whole small part; Unreadable beyond `limit` bytes."""
        found = bytearray()
        for block in self.stream(name):
            found += block
            if len(found) > limit:
                raise Unreadable(f"文件中的 {_shown(name)} 过大，请清理多余的样式和对象后另存为 xlsx 再上传。")
        return bytes(found)

    def _count(self, new: int, size: int, entry: Entry) -> None:
        self._unpacked += new
        if self._unpacked > MAX_UNPACKED:
            raise Unreadable("文件解压后超过 500 MB，请拆成几个较小的工作簿后再上传。")
        if size > max(_RATIO_COUNTS_FROM, MAX_RATIO * entry.packed):
            raise Unreadable("文件的压缩比超过 100 倍，不像正常的工作簿，请另存为新的 xlsx 后再上传。")

    def _blocks(self, entry: Entry) -> Iterator[bytes]:
        if entry.method == _STORED:
            yield from self._raw(entry)
            return
        inflater = zlib.decompressobj(-15)
        try:
            for packed in self._raw(entry):
                rest = packed
                while rest and not inflater.eof:
                    yield inflater.decompress(rest, _BLOCK)
                    rest = inflater.unconsumed_tail
            while not inflater.eof and (block := inflater.decompress(b"", _BLOCK)):
                yield block
        except zlib.error as error:
            raise damaged(f"{_shown(entry.name)} 无法解压") from error
        if not inflater.eof or inflater.unused_data:
            raise damaged(f"{_shown(entry.name)} 没有结尾")

    def _raw(self, entry: Entry) -> Iterator[bytes]:
        place, left = entry.start, entry.packed
        while left:
            self._file.seek(place)
            block = self._file.read(min(left, _BLOCK))
            if not block:
                raise damaged(f"{_shown(entry.name)} 缺少内容")
            place, left = place + len(block), left - len(block)
            yield block


def _directory(file: BinaryIO, length: int) -> list[Entry]:
    start, size, count = _end_of_directory(file, length)
    file.seek(start)
    entries = list(_entries(file, file.read(size), start))
    if not entries or len(entries) != count:
        raise damaged("压缩包的目录与部件个数不符")
    _refuse_duplicates(entries)
    _refuse_overlaps(entries, start)
    return entries


def _end_of_directory(file: BinaryIO, length: int) -> tuple[int, int, int]:
    tail = min(length, _END.size + 65_535)
    file.seek(length - tail)
    block = file.read(tail)
    at = block.rfind(b"PK\x05\x06")
    if at < 0 or len(block) - at < _END.size:
        raise damaged("找不到压缩包的目录")
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(block, at)
    if disk or first_disk or here != count or at + _END.size + comment != len(block):
        raise damaged("压缩包的目录自相矛盾")
    if count > MAX_ENTRIES or size > _MAX_DIRECTORY:
        raise Unreadable(f"文件中的部件超过 {MAX_ENTRIES} 个，不像正常的工作簿，请另存为新的 xlsx 后再上传。")
    if start + size != length - tail + at:
        raise damaged("压缩包的目录位置不符")
    return start, size, count


def _entries(file: BinaryIO, directory: bytes, end: int) -> Iterator[Entry]:
    place = 0
    while place < len(directory):
        if len(directory) - place < _CENTRAL.size or directory[place : place + 4] != b"PK\x01\x02":
            raise damaged("压缩包的目录无法读取")
        fields = _CENTRAL.unpack_from(directory, place)
        flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
        name_length, extra, comment, offset = fields[10], fields[11], fields[12], fields[16]
        place += _CENTRAL.size
        raw = directory[place : place + name_length]
        place += name_length + extra + comment
        _refuse_kind(flags, method)
        start = _start_of_data(file, offset, raw, end)
        yield Entry(_name(raw, flags), method, flags, crc, packed, size, offset, start)


def _refuse_kind(flags: int, method: int) -> None:
    if flags & _ENCRYPTED:
        raise Unreadable("文件设有密码，无法读取，请在 Excel 中取消打开密码、另存为 xlsx 后再上传。")
    if method not in {_STORED, _DEFLATED}:
        raise Unreadable("文件的压缩方式不是 Excel 所用的方式，请在 Excel 中另存为 xlsx 后再上传。")


def _start_of_data(file: BinaryIO, offset: int, raw: bytes, end: int) -> int:
    file.seek(offset)
    header = file.read(_LOCAL.size)
    if offset >= end or len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise damaged("压缩包的目录指向了不存在的部件")
    fields = _LOCAL.unpack(header)
    if file.read(fields[9]) != raw:
        raise damaged("压缩包的目录与部件名称不符")
    return offset + _LOCAL.size + int(fields[9]) + int(fields[10])


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & 0x800 else "cp437")
    except UnicodeDecodeError as error:
        raise damaged("部件名称无法读取") from error
    if name.startswith("/") or "\\" in name or "\0" in name or ".." in name.split("/"):
        raise Unreadable("文件中有部件的名称指向了文件之外，不像正常的工作簿，已拒绝读取，请改用 Excel 另存的 xlsx。")
    return name


def _refuse_duplicates(entries: list[Entry]) -> None:
    if len({entry.name.casefold() for entry in entries}) != len(entries):
        raise Unreadable("文件中有重名的部件，无法断定以哪一个为准，请在 Excel 中另存为新的 xlsx 后再上传。")


def _refuse_overlaps(entries: list[Entry], end: int) -> None:
    ordered = sorted(entries, key=lambda entry: entry.offset)
    limits = [entry.offset for entry in ordered[1:]] + [end]
    if ordered[0].offset != 0 or any(e.start + e.packed > limit for e, limit in zip(ordered, limits, strict=True)):
        raise Unreadable(
            "文件中的部件互相重叠或前面夹有其他内容，不像正常的工作簿，请在 Excel 中另存为新的 xlsx 后再上传。"
        )


def open_archive(path: Path, file: BinaryIO) -> Archive:
    """The archive behind an open file; Unreadable when it is too large or no sound zip."""
    length = path.stat().st_size
    if length > MAX_FILE:
        raise Unreadable("文件超过 50 MB，请拆成几个较小的工作簿后再上传。")
    return Archive(file, length)


def _shown(name: str) -> str:
    printable = "".join(sign if sign.isprintable() else "?" for sign in name)
    return printable if len(printable) <= 60 else printable[:60] + "…"  # noqa: PLR2004 - a line's length
