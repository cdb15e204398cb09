import pytest

from tests.audit.said_by import held_by, said_by

RULE = "same_count"
FIRST = "全年开馆344天，到馆读者32.6万人次。\n\n"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("2022年，到馆读者达36.2万人次。", ["warning"]),
        ("2022年，到馆读者达32.6万人次。", []),
        ("上半年到馆读者36.2万人次。", []),
        ("2021年，到馆读者达36.2万人次。", []),
        ("计划全年到馆读者36.2万人次。", []),
        ("全年到馆读者50.9万人次。", []),
        ("全年到馆少儿读者36.2万人次。", []),
    ],
)
def test_a_count_told_in_the_same_words_is_one_number(second: str, expected: list[str]) -> None:
    assert said_by(RULE, "某馆2022年度单位决算\n\n" + FIRST + second) == expected


def test_a_count_told_alike_is_listed() -> None:
    assert held_by(RULE, "某馆2022年度单位决算\n\n" + FIRST + "全年到馆读者32.6万人次。")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("学校现有专任教师共 120 人。", "学校现有专任教师仅有 165 人。", ["warning"]),
        ("学校现有专任教师 120 人。", "学校现有专任教师 120 人。", []),
        ("全年培训专任教师 120 人次。", "全年培训专任教师 165 人次。", []),
        ("全年培训专任教师 129 人次。", "全县全年培训专任教师 128 人次。", ["warning"]),
    ],
)
def test_people_in_post_are_one_number_however_far_apart(first: str, second: str, expected: list[str]) -> None:
    assert said_by(RULE, f"某校2022年度工作总结\n\n{first}\n\n{second}") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("全市现有专职护路队员126名。", "对全市118名专职护路队员开展培训。", ["warning"]),
        ("全县共有低保对象8246名。", "全县8264名低保对象中，有残疾人120名。", ["warning"]),
        ("全市现有专职护路队员126名。", "对全市118名护路队员开展培训。", ["warning"]),
        ("全市现有专职护路队员126名。", "对全市126名专职护路队员开展培训。", []),
        ("全市现有专职护路队员126名。", "组织50名专职护路队员参加培训。", []),
        ("全市现有专职护路队员126名。", "对3名专职护路队员进行表彰。", []),
        ("全市现有专职护路队员126名。", "对全市近120名专职护路队员开展培训。", []),
        ("全县现有行政村126个。", "全县5个行政村被评为示范村。", []),
        ("全县共有供水工程168处。", "对全县42处供水工程进行维修。", []),
        ("全县计划拥有行政村126个。", "对全县118个行政村开展检查。", []),
        ("甲镇有行政村126个，乙镇有行政村90个。", "对全县118个行政村开展检查。", []),
    ],
)
def test_all_there_are_and_all_that_were_reached_are_one_number(first: str, second: str, expected: list[str]) -> None:
    assert said_by(RULE, f"某市公路中心2022年度工作总结\n\n{first}\n\n{second}") == expected


def test_all_that_were_reached_are_listed() -> None:
    text = "某中心2022年度工作总结\n\n全市现有专职护路队员126名。\n\n对全市126名专职护路队员开展培训。"

    assert held_by(RULE, text)
