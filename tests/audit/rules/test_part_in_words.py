import pytest

from tests.audit.said_by import held_by, said_by

RULE = "part_in_words"


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("四成半", True),
        ("四成以上", True),
        ("近一半", True),
        ("五分之二以上", True),
        ("三成左右", False),
        ("不到四成", False),
        ("一半以上", False),
        ("超过半数", False),
        ("三分之二", False),
    ],
)
def test_a_share_told_in_words_is_that_of_the_counts_before_it(words: str, *, right: bool) -> None:
    text = f"检查企业 100 家，其中合格 45 家，占{words}。"

    assert held_by(RULE, text) is right
    assert said_by(RULE, text) == ([] if right else ["warning"])


@pytest.mark.parametrize(
    "text",
    [
        "检查企业近 100 家，其中合格 45 家，占一半以上。",
        "检查企业 100 家，其中合格 45 家；占一半以上的为新办企业。",
        "检查企业 100 家，走访 80 家，合格 45 家，占一半以上。",
        "合格 45 家，占一半以上。",
    ],
)
def test_a_whole_that_is_not_sure_is_not_divided_by(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县24个派出所中，已建成10个，占全县派出所的六成以上。", ["warning"]),
        ("全县有派出所24个，已建成10个，占派出所总数的六成以上。", ["warning"]),
        ("企业200家，其中新办48家，占了三成以上。", ["warning"]),
        ("累计达到200家，其中高新企业48家，占全市的三成以上。", []),
        ("全市企业200家，我县新增48家，占全省高新企业的三成以上。", []),
    ],
)
def test_a_share_of_another_whole_is_not_divided_by_this_one(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected
