import pytest

from tests.audit.said_by import held_by, said_by

RULE = "numbering"


def test_one_chapter_passed_over_is_a_warning_and_a_larger_gap_a_hint() -> None:
    assert said_by(RULE, "一、概况\n\n正文。\n\n三、绩效\n\n正文。\n") == ["warning"]
    assert said_by(RULE, "一、概况\n\n正文。\n\n五、绩效\n\n正文。\n") == ["hint"]
    assert said_by(RULE, "一、概况\n\n1. 甲项\n\n正文。\n\n3. 丙项\n\n正文。\n") == ["hint"]


def test_a_second_without_a_first_is_a_conflict() -> None:
    text = "一、概况\n\n全面开展排查工作。二是加强宣传。三是及时总结。\n"

    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "各站开展排查，主要做法一是检查；二是宣传。三是总结。",
        "一是检查。其中一是甲，二是乙，三是丙。二是宣传。三是总结。",
    ],
)
def test_a_first_inside_a_clause_and_a_list_around_another_are_in_order(text: str) -> None:
    assert said_by(RULE, f"一、概况\n\n{text}\n") == []


def test_two_styles_of_brackets_are_a_hint() -> None:
    assert said_by(RULE, "一、概况\n\n（一）职责\n\n正文。\n\n(二)机构\n\n正文。\n") == ["hint"]


def test_numbers_in_order_pass() -> None:
    text = (
        "一、概况\n\n（一）职责\n\n一是检查。二是宣传。\n\n（二）机构\n\n一是改革。二是创新。\n\n二、绩效\n\n正文。\n"
    )

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_a_new_part_counts_anew() -> None:
    text = "第一部分 概况\n\n一、职责\n\n正文。\n\n二、机构\n\n正文。\n\n第二部分 说明\n\n一、收入\n\n正文。\n"

    assert said_by(RULE, text) == []


def test_the_first_of_a_list_of_attachments_stands_behind_the_word() -> None:
    text = "一、概况\n\n正文。\n\n附件：1. 基础数据表\n\n2. 自评表\n"

    assert said_by(RULE, text) == []
    assert said_by(RULE, text.replace("2. 自评表", "3. 自评表")) == ["hint"]


@pytest.mark.parametrize(
    "text",
    [
        "一、概况\n\n正文。\n\n二、绩效\n\n正文。\n\n二、问题\n\n正文。\n",
        "一、概况\n\n（一）职责\n\n正文。\n\n（二）机构\n\n正文。\n\n（二）人员\n\n正文。\n",
    ],
)
def test_a_number_twice_is_a_slip(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "一、概况\n\n正文。\n\n二、绩效\n\n正文。\n\n二、绩效\n\n正文。\n",
        "一、概况\n\n正文。\n\n一、绩效\n\n正文。\n",
    ],
)
def test_a_heading_repeated_as_it_stands_and_a_list_begun_anew_pass(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    ["一、教育支出\n\n三、交通运输支出\n\n七、住房保障支出\n", "一、一般公共服务支出\n\n四、公共安全支出\n"],
)
def test_classes_of_the_budget_without_an_amount_may_be_passed_over(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(("title", "expected"), [("其他", ["warning"]), ("其他支出", []), ("其他收入 3.00", [])])
def test_a_chapter_of_other_things_is_numbered_but_a_class_of_the_budget_is_not(
    title: str, expected: list[str]
) -> None:
    assert said_by(RULE, f"一、概况\n\n正文。\n\n三、{title}\n\n正文。\n") == expected


@pytest.mark.parametrize(("second", "expected"), [("二", []), ("三", ["warning"])])
def test_ordinals_that_are_headings_are_counted(second: str, expected: list[str]) -> None:
    text = f"# 一、概况\n\n## 一是检查\n\n正文。\n\n## {second}是宣传\n\n正文。\n"

    assert said_by(RULE, text) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("1.检查。2.宣传。3.总结。", []),
        ("1.检查。2.宣传。2.总结。", ["warning"]),
        ("1.检查。2.宣传。4.总结。5.归档。", ["warning"]),
        ("1.检查。2.宣传。7.总结。", []),
        ("1.检查。2.宣传。1.整改。2.归档。", []),
        ("1.整章建制：1.修订制度；2.公开流程；3.加强监督。", []),
        ("1.检查。3.宣传。", []),
    ],
)
def test_points_inside_a_paragraph_are_numbered_on(points: str, expected: list[str]) -> None:
    assert said_by(RULE, f"主要做法：{points}") == expected


def test_a_list_goes_on_behind_the_edge_of_a_page() -> None:
    text = (
        "2、万吨公里，同比增长11.4%。围绕重点工程，强化管理。一是三项工程顺利完成并投用。二是大桥及接线工程、沿海高速公路复线段绕城高\n\n"
        "3、速公路西段四项工程顺利动工。三是在建工程稳步推进。"
    )

    assert said_by("numbering", text) == ["hint"]  # of 1. alone
