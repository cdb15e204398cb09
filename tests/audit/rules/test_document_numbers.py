import pytest

from tests.audit.said_by import held_by, said_by

RULE = "document_numbers"


@pytest.mark.parametrize(
    ("mark", "severity"),
    [("【2023】", "warning"), ("[2023]", "hint"), *((mark, "warning") for mark in ("<2016>", "〈2016〉", "＜2016＞"))],
)
def test_a_year_in_other_brackets_is_found(mark: str, severity: str) -> None:
    assert said_by(RULE, f"根据《通知》（某财绩{mark}12号）要求开展自评。") == [severity]


def test_hexagonal_brackets_are_listed_as_right() -> None:
    text = "根据《通知》（某财绩〔2023〕12号）要求开展自评。"

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_the_same_number_is_told_once_and_another_beside_it() -> None:
    text = "根据某财绩【2023】12号自评。\n\n按照某财绩【2023】12号执行。\n\n依据某财绩【2023】13号评价。\n"

    assert said_by(RULE, text) == ["warning", "warning"]
