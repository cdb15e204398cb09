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
