import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.marks.marked import marked, note

TEXT = "一、收入情况\r\n\r\n全年收入 3 万元，支出 2 万元。\r\n"


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "gb18030"),
    ],
)
def test_the_mark_stands_behind_the_words_in_the_encoding_of_the_file(bom: bytes, encoding: str) -> None:
    copy = marked("a.txt", bom + TEXT.encode(encoding), [note("第3行", "收入 3 万元")]).data

    assert copy.startswith(bom)
    text = copy[len(bom) :].decode(encoding)
    assert text.startswith(
        "一、收入情况\r\n\r\n全年收入 3 万元[核对1]，支出 2 万元。\r\n\r\n核对意见（运管核对，2026-11-28）：\r\n"
    )
    assert "[核对1] 【矛盾】不能同时成立。\r\n所在：第3行\r\n" in text


def test_a_cell_is_marked_in_its_own_row() -> None:
    table = "| 项目 | 预算 |\n|---|---|\n| 甲 | 10 |\n| 乙 | 10 |\n"
    copy = marked("a.md", table.encode(), [note("表1 第3行第2列", "乙 10")])

    assert "| 甲 | 10 |\n| 乙 | 10[核对1] |\n" in copy.data.decode()
    assert copy.misplaced == 0


def test_a_cell_is_marked_in_its_own_table_behind_one_that_was_laid_flat() -> None:
    flat = "项目\n预算数\n决算数\n甲费\n10\n8\n乙费\n20\n18\n合计\n30\n26\n"
    text = f"{flat}\n说明如下。\n\n| 项目 | 预算 |\n|---|---|\n| 丙 | 10 |\n"
    copy = marked("a.md", text.encode(), [note("表2 第2行第2列", "丙 10")])

    assert "| 丙 | 10[核对1] |\n" in copy.data.decode()
    assert copy.misplaced == 0


def test_a_quote_over_a_broken_line_is_marked_at_its_end() -> None:
    text = "其中：工资福利支出 1058.14 万元，资本性支出 1.68\n\n万元。2023年预算数为9万元。\n"
    copy = marked("a.txt", text.encode(), [note("第1行", "资本性支出 1.68万元")]).data.decode()

    assert "1.68\n\n万元[核对1]。" in copy


def test_a_mark_never_stands_inside_a_number() -> None:
    copy = marked("a.txt", "共发放包车牌 21525 块。".encode(), [note("第1行", "发放包车牌 215")]).data.decode()

    assert "21525[核对1] 块" in copy


def test_without_findings_the_copy_is_the_file() -> None:
    assert marked("a.txt", TEXT.encode("gb18030"), []).data == TEXT.encode("gb18030")


@given(st.integers(0, 30), st.integers(1, 20))
def test_without_the_marks_and_the_list_the_text_is_as_it_was(start: int, length: int) -> None:
    quote = TEXT[start : start + length]
    copy = marked("a.txt", TEXT.encode(), [note("第1行", quote)]).data.decode()

    assert copy.replace("[核对1]", "").startswith(TEXT.rstrip("\r\n"))
