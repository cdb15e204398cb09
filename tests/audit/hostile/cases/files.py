"""Paths that are no files, and files of other formats under any name."""

import gzip
import os
import struct
import sys
from pathlib import Path

from tests.audit.hostile.case import READ, Case, holding
from tests.audit.hostile.packages import word

GOOD = "标志牌 30 块，其中甲 10 块，乙 20 块。".encode()


def _directory(folder: Path) -> Path:
    path = folder / "folder.docx"
    path.mkdir()
    return path


def _forbidden(folder: Path) -> Path:
    path = folder / "forbidden.txt"
    path.write_bytes(GOOD)
    path.chmod(0)
    return path


def _pipe(folder: Path) -> Path:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return path


def _link(target: str, name: str) -> Case:
    def make(folder: Path) -> Path:
        path = folder / name
        path.symlink_to(target)
        return path

    return Case(f"file_link_to_{target.strip('/').replace('/', '_') or 'root'}", make, "链接|管道或设备|不存在|文件夹")


def _linked(folder: Path) -> Path:
    (folder / "target.txt").write_bytes(GOOD)
    path = folder / "link.txt"
    path.symlink_to("target.txt")
    return path


def _sparse(folder: Path) -> Path:
    path = folder / "gigabyte.txt"
    with path.open("wb") as stream:
        stream.truncate(2**30)
    return path


def _line(folder: Path) -> Path:
    path = folder / "line.txt"
    path.write_bytes("标志牌三十块".encode() * 2_500_000)
    return path


def _named(name: str) -> Case:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(GOOD)
        return path

    return Case(f"file_named_{name.encode('unicode_escape').decode()[:20]}", make, READ)


def compound(*names: str) -> bytes:
    """A compound file (the old binary Office) with a directory of these names."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\0" * 10 + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head += b"\xff" * (512 - len(head))
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB", 2 * len(name) + 2, 5 if not at else 2, 1)
        + b"\xff" * 12
        + b"\0" * 48
        for at, name in enumerate(("Root Entry", *names))
    )
    return head + table + entries.ljust(512, b"\0")


def _circular() -> bytes:
    data = bytearray(compound("WordDocument"))
    data[512:520] = struct.pack("<II", 1, 0)
    return bytes(data)


_POSIX = [
    Case("file_pipe", _pipe, "管道或设备"),
    Case("file_device_without_end", lambda _: Path("/dev/zero"), "管道或设备"),
    Case("file_device_of_noise", lambda _: Path("/dev/urandom"), "管道或设备"),
    Case("file_terminal", lambda _: Path("/dev/tty"), "管道或设备|打不开"),
    Case("file_standard_input", lambda _: Path("/dev/stdin"), "管道或设备|打不开|空文件"),
    Case("file_of_the_kernel", lambda _: Path("/proc/self/mem"), "打不开|空文件", either=True),
    _link("/dev/zero", "zero.txt"),
    _link("loop.txt", "loop.txt"),
    _link("nothing-there", "gone.txt"),
    _link("/", "root.docx"),
    Case("file_link", _linked, READ),
    Case("file_without_permission", _forbidden, "权限", either=os.name == "posix" and os.geteuid() == 0),
    _named("换\n行.txt"),
    _named("表情😀.txt"),
    _named("-json.txt"),
]
CASES: list[Case] = [
    *(_POSIX if sys.platform != "win32" else ()),
    Case("file_directory", _directory, "文件夹"),
    Case("file_missing", lambda folder: folder / "missing.docx", "不存在"),
    Case("file_name_too_long", lambda folder: folder / ("长" * 300), "过长|不存在"),
    Case("file_of_a_gigabyte", _sparse, "50 MB"),
    Case("file_of_one_line_of_45_megabytes", _line, READ, either=True),
    holding("old_word", lambda: compound("WordDocument", "1Table"), "doc|格式|旧"),
    holding("old_excel", lambda: compound("Workbook"), "xls|格式|旧"),
    holding("old_powerpoint", lambda: compound("PowerPoint Document"), "格式|旧"),
    holding("locked_office", lambda: compound("EncryptionInfo", "EncryptedPackage"), "密码|加密|格式"),
    holding("compound_in_a_circle", _circular, "doc|格式|旧|损坏"),
    holding("compound_of_only_a_head", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "格式|doc|旧|损坏"),
    holding("picture_called_docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "格式|图片", suffix=".docx"),
    holding("picture_called_pdf", b"\xff\xd8\xff\xe0" + b"\0" * 100, "格式|图片", suffix=".pdf"),
    holding("rich_text_called_docx", b"{\\rtf1 \\ansi a}", "RTF|格式", suffix=".docx"),
    holding("web_page_called_docx", b"<html><body>" + GOOD + b"</body></html>", READ, suffix=".docx", either=True),
    holding("program_called_docx", b"MZ\x90\0\x03\0\0\0" + b"\0\xff" * 500, "格式|编码|控制字符", suffix=".docx"),
    holding("elf_called_txt", b"\x7fELF\x02\x01\x01" + b"\0" * 900, "格式|编码|控制字符", suffix=".txt"),
    holding("gzip_called_txt", gzip.compress(b"\0" * 10_000_000), "压缩包|格式|编码|控制字符|乱码", suffix=".txt"),
    holding(
        "rar_called_docx",
        b"Rar!\x1a\x07\x01\0" + bytes(range(256)) * 4,
        "压缩包|格式|编码|控制字符|乱码",
        suffix=".docx",
    ),
    holding(
        "seven_zip_called_docx",
        b"7z\xbc\xaf\x27\x1c" + bytes(range(256)) * 4,
        "压缩包|格式|编码|控制字符|乱码",
        suffix=".docx",
    ),
    holding("word_called_txt", word, READ, suffix=".txt"),
    holding("text_called_docx", GOOD, READ, suffix=".docx"),
]
