import pytest

from tests.audit.said_by import held_by, said_by

RULE = "total_equals_parts"

TEXT = (
    "基本支出预算 {} 万元，占一般公共预算支出的 84%，同比减少 4.00 万元，下降 3.85%。其中：\n"
    "工资福利支出预算 80.00 万元，占基本支出预算 80%。\n"
    "商品和服务支出预算 15.00 万元，占基本支出预算 15%。\n"
    "对个人和家庭补助支出预算 5.00 万元，占基本支出预算 5%。\n"
)


def test_parts_that_take_a_paragraph_each_are_added_up() -> None:
    assert held_by(RULE, TEXT.format("100.00"))


def test_a_complete_family_of_parts_that_does_not_make_up_its_total_is_found() -> None:
    assert said_by(RULE, TEXT.format("110.00")) == ["error"]


def test_paragraphs_that_go_on_with_other_things_prove_nothing() -> None:
    text = "项目支出 90.00 万元。其中：\n道路养护 60.00 万元。\n机关运行经费 50.00 万元，用于办公。\n"

    assert said_by(RULE, text) == []


def test_staff_and_office_in_two_paragraphs_make_up_the_basic_spending() -> None:
    text = (
        "2023年基本支出 {} 元，其中：人员经费 809.19 元，主要包括：基本工资、津贴补贴。\n"
        "公用经费 71.20 元，主要包括：办公费。\n"
    )

    assert said_by(RULE, text.format("880.39")) == []
    assert said_by(RULE, text.format("910.39")) == ["error"]


@pytest.mark.parametrize("opening", ["，具体如下：", "："])
@pytest.mark.parametrize(("last", "expected"), [("10.00", []), ("11.00", ["warning"]), ("31.00", [])])
def test_numbered_paragraphs_behind_a_colon_are_all_parts_where_they_come_near(
    opening: str, last: str, expected: list[str]
) -> None:
    text = (
        f"全年支出 90.50 万元{opening}\n\n1. 修路 50.20 万元。\n\n2. 绿化 30.30 万元。\n\n"
        f"3. 照明 {last} 万元。\n\n参加人员 4 人。\n"
    )

    assert said_by(RULE, text) == expected


@pytest.mark.parametrize("mark", ["）", ")", "、"])
def test_paragraphs_numbered_with_any_mark_end_where_one_bears_no_number(mark: str) -> None:
    parts = f"1{mark}修路 50.20 万元。\n\n2{mark}绿化 30.30 万元。\n\n3{mark}照明 {{}} 万元。"
    text = f"全年支出 90.50 万元，具体如下：\n\n{parts}\n\n年末尚余 3.00 万元。\n"

    assert said_by(RULE, text.format("11.00")) == ["warning"]
    assert said_by(RULE, text.format("10.00")) == []
