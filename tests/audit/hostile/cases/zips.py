"""Packages that lie about what they hold, or hold too much of it."""

import io
import random
import zipfile

from tests.audit.hostile.case import READ, Case, holding
from tests.audit.hostile.packages import (
    SAID,
    claiming,
    document,
    overlapping,
    packed,
    para,
    word,
    word_parts,
    word_with,
)

MIB = 2**20


def _repeated(name: str) -> bytes:
    """Two entries of one name, the second with other words."""
    out = io.BytesIO(word())
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, document(para("另一份正文")))
    return out.getvalue()


def _flagged(bit: int) -> bytes:
    """The flag set on the first entry, here and in the directory."""
    data = bytearray(word())
    data[6] |= bit
    data[data.index(b"PK\x01\x02") + 8] |= bit
    return bytes(data)


def _method(number: int) -> bytes:
    data = bytearray(word())
    data[8] = data[data.index(b"PK\x01\x02") + 10] = number
    return bytes(data)


def _nested() -> bytes:
    inner = packed({f"{number}.bin": b"\0" * MIB for number in range(50)})
    return word_with({"word/embeddings/oleObject1.bin": packed({"inner.zip": inner})})


def _noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


_BIG = f"<!-- {'x' * (40 * MIB)} -->"
CASES: list[Case] = [
    holding("zip_bomb_in_the_body", lambda: word(para("0" * (60 * MIB))), "压缩炸弹"),
    holding("zip_bomb_in_a_comment", lambda: word(_BIG + SAID), "压缩炸弹"),
    holding("zip_bomb_in_a_picture", lambda: word_with({"word/media/a.bin": b"\0" * (80 * MIB)}), "压缩炸弹"),
    holding(
        "zip_bomb_just_dense_enough",
        lambda: word_with({f"word/media/{n}.bin": _noise(5000) + b"\0" * 400_000 for n in range(1500)}),
        "压缩炸弹",
    ),
    holding("zip_bomb_overlapping", lambda: overlapping(word_parts(), b"\0" * 900_000, 2_000), "压缩炸弹|重叠|损坏"),
    holding(
        "zip_bomb_overlapping_hidden_by_ratio",
        lambda: overlapping(word_parts(), _noise(20_000) + b"\0" * 900_000, 400),
        "压缩炸弹|重叠|损坏",
    ),
    holding("zip_bomb_nested", _nested, READ),
    holding(
        "zip_bomb_packed_with_bzip2",
        lambda: packed(word_parts(para("0" * (60 * MIB))), zipfile.ZIP_BZIP2),
        "炸弹|损坏|压缩",
    ),
    holding(
        "zip_bomb_packed_with_lzma",
        lambda: packed(word_parts(para("0" * (60 * MIB))), zipfile.ZIP_LZMA),
        "炸弹|损坏|压缩",
    ),
    holding(
        "zip_bomb_lying_small",
        lambda: claiming(word(para("0" * (60 * MIB))), "word/document.xml", 100),
        "炸弹|损坏|XML",
    ),
    holding("zip_lying_large", lambda: claiming(word(), "word/document.xml", 2**31), "炸弹|损坏"),
    holding("zip_names_twice", lambda: _repeated("word/document.xml"), "重名"),
    holding(
        "zip_names_twice_by_case",
        lambda: word_with({"word/Document.xml": document(para("另一份正文"))}),
        "重名",
        either=True,
    ),
    holding("zip_name_climbing_out", lambda: word_with({"../../../../tmp/written-by-a-docx": b"x"}), READ, either=True),
    holding("zip_name_absolute", lambda: word_with({"/etc/cron.d/written-by-a-docx": b"x"}), READ, either=True),
    holding(
        "zip_name_of_windows",
        lambda: word_with({"..\\..\\written-by-a-docx": b"x", "C:\\written-by-a-docx": b"x"}),
        READ,
        either=True,
    ),
    holding("zip_name_with_nul", lambda: word_with({"word/a\0.xml": b"x"}), READ, either=True),
    holding("zip_name_very_long", lambda: word_with({"a" * 60_000: b"x"}), READ, either=True),
    holding(
        "zip_of_100000_entries", lambda: word_with({f"word/{number}.xml": b"" for number in range(100_000)}), "部件超过"
    ),
    holding("zip_encrypted", lambda: _flagged(1), "加密"),
    holding("zip_strongly_encrypted", lambda: _flagged(0x41), "加密"),
    holding("zip_packed_in_an_unknown_way", lambda: _method(97), "损坏|压缩"),
    holding(
        "zip_with_a_wrong_sum",
        lambda: word().replace(b"PK\x03\x04", b"PK\x03\x04", 1)[:14] + b"\1\2\3\4" + word()[18:],
        READ,
        either=True,
    ),
    holding("zip_cut_off", lambda: word()[:-30], "损坏"),
    holding("zip_cut_in_half", lambda: word()[: len(word()) // 2], "损坏|格式"),
    holding("zip_with_bytes_before", lambda: b"MZ" + b"\0" * 500 + word(), "格式|控制字符|损坏|认不出"),
    holding("zip_with_bytes_behind", lambda: word() + b"\0" * 10_000, READ, either=True),
    holding("zip_with_only_an_end", b"PK\x05\x06" + b"\0" * 18, "格式|损坏|文字"),
    holding("zip_of_something_else", lambda: packed({"a.txt": "标志牌 30 块"}), "格式"),
    holding(
        "zip_without_a_body",
        lambda: packed({k: v for k, v in word_parts().items() if k != "word/document.xml"} | {"word/x": b""}),
        "docx|格式|损坏",
    ),
    holding(
        "zip_that_is_an_odt",
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "格式",
    ),
    holding("zip_with_macros", lambda: word_with({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "宏"),
    holding("zip_with_macros_elsewhere", lambda: word_with({"word/other/VBAPROJECT.BIN": b"\xd0\xcf\x11\xe0"}), "宏"),
    holding(
        "zip_docm_called_docx",
        lambda: word_with(
            {
                "[Content_Types].xml": '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
            }
        ),
        "宏",
        suffix=".docx",
    ),
]
