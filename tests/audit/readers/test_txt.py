import pytest

from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable
from yunguan.core.reading import BlockKind

TEXT = "一、基本情况\n\n在职职工 8 人，退休 3 人。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_gives_the_same_blocks(encoding: str) -> None:
    blocks = read_bytes("a.txt", TEXT.encode(encoding)).blocks

    assert [block.text for block in blocks] == ["一、基本情况", "在职职工 8 人，退休 3 人。"]


@pytest.mark.parametrize(
    "data",
    [
        "运输企业备案情况说明".encode().decode("gb18030", "replace").encode(),
        "运输企业备案情况说明".encode().decode("latin-1").encode(),
        "运输企业锟斤拷情况".encode(),
        "运输企业\ufffd情况".encode(),
        "運輸企業備案情況說明與處理".encode("big5"),
        "运输企业备案".encode()[:-1] + b"\xff\xfe\xff",
    ],
)
def test_garbled_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"乱码|编码"):
        read_bytes("a.txt", data)


def test_a_sentence_cut_by_a_page_is_joined() -> None:
    text = "其中：工资 20 万元，办公设备购置等资本性支出 1.68\n\n— 3 —\n\n万元。全年情况正常。"

    (block,) = read_bytes("a.txt", text.encode()).blocks

    assert "1.68万元" in block.text


def test_a_heading_is_not_joined_with_what_follows() -> None:
    text = "（一）坚持改革、创新并重，全面推进各项工作\n今年以来，检查 3 次。"

    first, second = read_bytes("a.txt", text.encode()).blocks

    assert (first.kind, second.kind) == (BlockKind.HEADING, BlockKind.PARAGRAPH)
    assert second.path == ("（一）坚持改革、创新并重，全面推进各项工作",)


def test_headings_are_known_by_number_or_mark() -> None:
    text = "# 报告\n\n## 一、情况\n\n### （一）收支\n\n1. 收入。全年收入 3 万元。\n\n## 二、问题\n\n没有。"

    blocks = read_bytes("a.txt", text.encode()).blocks

    assert blocks[3].path == ("一、情况", "（一）收支", "1. 收入")
    assert blocks[-1].path == ("二、问题",)


def test_a_numbered_line_that_the_edge_of_the_page_broke_goes_on() -> None:
    wrapped = "（一）教育支出类科目 580.10 元，占支出总预算 82.27 %，同比增加 3.50 元，\n增长 0.61%。\n"
    lines = "这一行写满了整个页面的宽度，因此下一行是从这里接着写的，并不另起一段，\n" * 8

    first, *_ = read_bytes("a.txt", (wrapped + lines).encode()).blocks

    assert first.text.endswith("增长 0.61%。")


def test_short_lines_of_a_form_are_not_joined() -> None:
    text = "项目名称\n主管部门\n实施单位\n年初预算\n全年预算\n执行数\n分值\n得分\n备注\n"

    assert len(read_bytes("a.txt", text.encode()).blocks) == len(text.splitlines())


def test_a_number_torn_by_the_edge_of_a_page_is_joined() -> None:
    text = "组织下乡服务123\n\n— 2 —\n\n9人次，分6次开展。\n\n— 3 —\n"

    assert "组织下乡服务1239人次，分6次开展。" in [block.text for block in read_bytes("x.txt", text.encode()).blocks]


def test_a_list_that_the_edge_of_the_page_parted_from_its_total_goes_on() -> None:
    total = "本单位全年三公经费支出合计 12.05 万元，比上年减少，原因是厉行节约，其中：\n接待费 12.05 万元。\n"
    lines = "这一行写满了整个页面的宽度，因此下一行是从这里接着写的，并不另起一段，\n" * 8

    first, *_ = read_bytes("a.txt", (total + lines).encode()).blocks

    assert first.text.endswith("其中：接待费 12.05 万元。")


def test_cells_of_a_form_that_stand_below_a_long_one_are_not_joined_in_a_row() -> None:
    text = "财务制度健全,严格执行制度,会计核算规范\n7\n符合要求\n符合要求\n5\n时效指标\n"

    blocks = read_bytes("a.txt", text.encode()).blocks

    assert [block.text for block in blocks][1:3] == ["符合要求", "符合要求"]


def test_a_unit_on_the_next_line_belongs_to_its_number() -> None:
    text = "农村饮水安全巩固提升项目全年预算3,779.29\n元（年初预算3,445.66元），完成预算的95%。\n"

    assert len(read_bytes("a.txt", text.encode()).blocks) == 1


@pytest.mark.parametrize(("gap", "opens"), [("\n", True), ("", False)])
def test_a_list_behind_a_blank_line_opens_a_paragraph(gap: str, *, opens: bool) -> None:
    lines = "这一行写满了整个页面的宽度，因此下一行是从这里接着写的，并不另起一段，也不停下来歇一歇\n" * 6
    text = f"{lines}各项任务都按照年初的计划顺利完成，没有一项落在后面，主要做了以下三个方面的工作\n{gap}一是检查。"

    last = list(read_bytes("a.txt", text.encode()).blocks)[-1]

    assert (last.text == "一是检查。") is opens
