"""Lines of plain text that were wrapped as on a page, by width or by characters, and what goes on in them."""

import pytest

from yunguan.audit.read import read_bytes
from yunguan.audit.readers.wrapping import NOT_WRAPPED, wrap_of

WRAPPED = """　　二〇二三年本单位围绕道路运输保障工作组织开展了各类检查和
培训并对发现的问题逐一督促整改到位全年没有发生较大事故。
　　人员经费１１７５.４２ 万元与公用经费１９３.９５ 万元共同构成全年基本
支出１３６９.３７ 万元；与年初预算１２５８.３２ 万元相比，当年追加
１１１.０５ 万元。
　　全年发生“三公”经费4.07万元，占预算数11.25万元的36.18%：
公务接待0.72万元，公务用车3.35万元，因公出国（境）0.00万元。
　　经决算，2021年支出总额为3570.39 万元：（1）基本支出1787.27 万元；
（2）项目支出1783.12 万元。
　　全年支出2183.37万元，其中：基本支出740.08万元；
项目支出1443.29万元。
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read_bytes("a.txt", text.encode()).blocks]


def test_lines_are_full_by_the_measure_under_which_most_are_as_long() -> None:
    by_characters = ["１１７５.４２万元与公用经费", "基本支出1369.37万元与年初", "全年检查运输企业三十余家次"] * 4
    wrap = wrap_of(line * 3 for line in by_characters)

    assert wrap.fills("全年检查运输企业三十余家次" * 3)
    assert not wrap.fills("全年检查运输企业")
    assert wrap_of(["单位：万元", "附件"]) is NOT_WRAPPED


def test_a_paragraph_goes_on_in_full_lines_and_in_lines_that_are_not_set_in() -> None:
    found = texts(WRAPPED)

    assert len(found) == 5
    assert "全年基本支出１３６９.３７ 万元" in found[1]
    assert "36.18%：公务接待" in found[2]
    assert "；（2）项目支出" in found[3]
    assert found[4].endswith("740.08万元；项目支出1443.29万元。")


@pytest.mark.parametrize(
    ("held", "rest", "whole"),
    [
        ("说明：本中心2023年度没有国", "有资本经营预算收支，故本表无数据。", True),
        ("　　注：此处填写本单位实", "际情况，没有的请填“无”。", True),
        ("部门整体支出", "本单位职能清楚，人员到位。", False),
        ("二、项目绩效情况", "项目已经完成，效果明显。", False),
        ("全年已经完成检查十二次。", "项目已经完成，效果明显。", False),
    ],
)
def test_running_text_below_a_page_goes_on_with_what_is_unfinished_above(held: str, rest: str, *, whole: bool) -> None:
    found = texts(f"{held}\n\n— 3 —\n\n{rest}\n")

    assert found == ([f"{held.strip()}{rest}"] if whole else [held, rest])


def test_a_line_that_a_page_tore_is_as_long_as_both_its_parts() -> None:
    text = "全年发生基本支出1,321.2\n\n— 1 —\n\n0万元、项目\n支出1,253.70万元，两项合计2,574.90万元。\n"

    assert texts(text) == ["全年发生基本支出1,321.20万元、项目支出1,253.70万元，两项合计2,574.90万元。"]


def test_the_unit_of_tables_is_no_running_head() -> None:
    pages = "".join(f"\n— {page} —\n\n单位：万元\n项目\t预算数\n工资\t1{page}.00\n奖金\t2.00\n" for page in (1, 2))

    assert [text for text in texts(f"收支表\n{pages}") if text.startswith("单位")] == ["单位：万元"] * 2


def test_a_placeholder_that_a_line_broke_is_one() -> None:
    assert "执行率XX%" in texts("全年预算122.28万元，实际支出115.26万元，执行率X\nX%，完成较好。")[0]


def test_one_row_and_a_line_set_in_below_it_are_no_table() -> None:
    reading = read_bytes("a.txt", "2020-08-10  市住建局  打印\n   一、老旧小区改造\n全年改造小区四十个。".encode())

    assert not reading.tables


def test_heads_end_the_table_above_them() -> None:
    one = "科目 2023年预算 2024年预算 增减\n公共安全支出 492.60 503.15 10.55\n合计 598.20 612.85 14.65\n"
    other = "二、“三公”经费\n项目 2023年预算数 2024年预算数 增减额\n合计 38.60 35.20 -3.40\n公务接待 4.60 3.80 -0.80\n"
    tables = read_bytes("a.txt", f"{one}{other}".encode()).tables

    assert [len(table.rows) for table in tables] == [3, 3]
