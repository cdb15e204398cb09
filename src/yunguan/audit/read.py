"""Reading a file: the reader is chosen by what the file holds, never by its name."""

from __future__ import annotations

import errno
import stat
from functools import cache
from pathlib import Path

from yunguan.audit.bounds import within_bounds
from yunguan.audit.reader import Reader, Unreadable
from yunguan.core.catalogue import Catalogue, load
from yunguan.core.reading import Reading

MOST_BYTES = 50 * 1024 * 1024
_REASONS = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "文件名过长",
    errno.EIO: "磁盘读取出错",
}
_PICTURE = "是图片，里面的字读不出来，请提供文字版"
_ARCHIVE = "是压缩包，请解压后提供里面的文件"
_FOREIGN = (
    (
        b"\xd0\xcf\x11\xe0",
        "是旧版 Office 格式（doc、xls）或带密码的文件，请用 Word、Excel 或 WPS 去掉密码，另存为 docx、xlsx 再提供",
    ),
    (b"{\\rtf", "是 RTF 文件，请用 Word 或 WPS 另存为 docx 再提供"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)


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
    if reason := next((words for mark, words in _FOREIGN if data.startswith(mark)), ""):
        raise Unreadable(f"“{name}”{reason}")
    for reader in readers():
        if reader.recognises(data):
            return within_bounds(_with_text(_read(reader, name, data)))
    known = "、".join(readers().keys())
    raise Unreadable(f"认不出“{name}”的格式，能读的格式是 {known}，请另存为其中一种再提供")


def _read(reader: Reader, name: str, data: bytes) -> Reading:
    try:
        return reader.read(name, data)
    except RecursionError as error:
        raise Unreadable(f"“{name}”的内容嵌套过深，不像正常的文档，拒绝读取；请另存为新文件后再提供") from error


def _with_text(reading: Reading) -> Reading:
    if not reading.characters:
        raise Unreadable(f"“{reading.file}”里没有可读的文字，可能是扫描件或图片，请提供文字版")
    return reading


def _bytes(path: Path) -> bytes:
    """The bytes of a regular file; a pipe or a device is never opened, since it may never end."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "文件夹" if stat.S_ISDIR(found.st_mode) else "管道或设备"
            raise Unreadable(f"“{path.name}”是{kind}，不是文件，请给出文件的路径")
        if found.st_size > MOST_BYTES:
            raise Unreadable(f"“{path.name}”超过 50 MB，请去掉图片等大件后再提供")
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"打不开“{path.name}”：{_why(error)}，请核对路径和权限") from error


def _why(error: OSError | ValueError) -> str:
    return _REASONS.get(getattr(error, "errno", None) or 0, "系统不允许读取")
