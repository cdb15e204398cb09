"""Reading a file: the reader is chosen by what the file holds, never by its name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from yunguan.audit.reader import Reader, Unreadable
from yunguan.core.catalogue import Catalogue, load
from yunguan.core.reading import Reading

MOST_BYTES = 50 * 1024 * 1024


@cache
def readers() -> Catalogue[Reader]:
    """The formats that can be read, found in the folder `readers`."""
    return load("yunguan.audit.readers", Reader, lambda reader: reader.kind)


def read(path: Path) -> Reading:
    """The document in this file; raises Unreadable with the reason in Chinese."""
    return read_bytes(path.name, _bytes(path))


def read_bytes(name: str, data: bytes) -> Reading:
    """The document in these bytes; `name` only names it. Raises Unreadable."""
    if not data.strip():
        raise Unreadable(f"“{name}”是空文件，请核对后重新提供")
    for reader in readers():
        if reader.recognises(data):
            return _with_text(reader.read(name, data))
    known = "、".join(readers().keys())
    raise Unreadable(f"认不出“{name}”的格式，能读的格式是 {known}，请另存为其中一种再提供")


def _with_text(reading: Reading) -> Reading:
    if not reading.characters:
        raise Unreadable(f"“{reading.file}”里没有可读的文字，可能是扫描件或图片，请提供文字版")
    return reading


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable(f"“{path.name}”超过 50 MB，请去掉图片等大件后再提供")
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(f"打不开“{path.name}”：{error.strerror or error}，请核对路径和权限") from error
