from __future__ import annotations

import pytest

from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 docx、xlsx"),
        (b"{\\rtf1 text}", "另存为 docx"),
        (b"\x89PNG\r\n", "请提供文字版"),
        (b"\x1f\x8b\x08\x00", "请解压"),
        (b"PK\x03\x04", "请另存为其中一种"),
        (b"  \n", "空文件"),
    ],
)
def test_what_is_no_known_format_is_refused_with_what_to_do(data: bytes, remedy: str) -> None:
    with pytest.raises(Unreadable, match=remedy):
        read_bytes("附件.doc", data)
