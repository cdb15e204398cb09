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
