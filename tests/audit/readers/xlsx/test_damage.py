"""Whatever was done to a workbook, it is read or refused, and nothing else happens."""

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.audit.readers.xlsx.books import book, changed
from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable

DATA = book(
    [
        ("收支表",),
        ("项目", "决算", "日期"),
        ("甲", (9.5, "#,##0.00"), (45291, "yyyy/m/d")),
        ("乙", (0.2, "0.0%"), True),
        (),
        ("合计", 12, "注：无"),
    ],
    lambda workbook: workbook.worksheets()[0].merge_range("A1:C1", "收支表"),
)
PARTS = [name for name in zipfile.ZipFile(io.BytesIO(DATA)).namelist() if not name.startswith("docProps")]
_MARKUP = ("<row/>", "</row>", "<c/>", "<f/>", "<v>1</v>", "</c>", "&#0;", "&x;", "<is><t>", "<!--", "<![CDATA[", "")
_VALUES = ("0", "-1", "A1", "999999999999", '"', "é", "_xD800_", 'mergeCell ref="A1:XFD9"')
_MARKS = (' t="s"', ' t="e"', ' s="99"', ' r="XFD1048576"', ' r="7"')
_WORDS = st.sampled_from((*_MARKUP, *_VALUES, *_MARKS))
_FAST = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def is_answered(data: bytes) -> bool:
    """True where the file was read or refused with a sentence that says what to do."""
    try:
        return bool(read_bytes("a.xlsx", data).blocks)
    except Unreadable as refusal:
        return any(word in str(refusal) for word in ("请", "没有"))


@_FAST
@given(changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_bytes_are_answered(changes: list[tuple[int, int]]) -> None:
    data = bytearray(DATA)
    for at, value in changes:
        data[at % len(data)] = value

    assert is_answered(bytes(data))


@_FAST
@given(
    part=st.sampled_from(PARTS),
    cuts=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 30), _WORDS), min_size=1, max_size=4),
)
def test_changed_markup_is_answered(part: str, cuts: list[tuple[int, int, str]]) -> None:
    def cut(text: str) -> str:
        for at, length, word in cuts:
            place = at % (len(text) + 1)
            text = text[:place] + word + text[place + length :]
        return text

    assert is_answered(changed(DATA, part, cut))


@_FAST
@given(
    part=st.sampled_from(PARTS),
    old=st.sampled_from(['"1"', '"2"', "A3", "<v>", "</c>", "rId1", "164", "<t>", "sheetData"]),
    new=_WORDS,
)
def test_changed_words_are_answered(part: str, old: str, new: str) -> None:
    assert is_answered(changed(DATA, part, lambda text: text.replace(old, new)))
