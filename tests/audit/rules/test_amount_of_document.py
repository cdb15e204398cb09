import pytest

from tests.audit.said_by import held_by, said_by

RULE = "amount_of_document"
GRANT = "根据某财农〔2022〕48号文件下达造林补助320万元。\n\n"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("造林补助资金（某财农〔2022〕48号）到位302万元。", ["warning"]),
        ("造林补助资金（某财农〔2022〕48号）到位320万元。", []),
        ("造林补助资金（某财农〔2022〕49号）到位302万元。", []),
        ("造林补助资金（某财农〔2022〕48号）支出302万元。", []),
        ("某财农〔2022〕48号安排防火资金45万元。", []),
        ("某财农〔2022〕48号安排苗木302万元、抚育18万元。", []),
    ],
)
def test_one_document_grants_one_amount(second: str, expected: list[str]) -> None:
    assert said_by(RULE, GRANT + second) == expected


def test_a_grant_told_alike_is_listed() -> None:
    assert held_by(RULE, GRANT + "某财农〔2022〕48号资金320万元已到位。")


def test_amounts_in_two_halves_of_a_sentence_are_told_apart() -> None:
    text = "抽检专项依据某财行〔2023〕27号安排186万元；药品监管62.40万元。\n\n某财行〔2023〕27号安排的抽检经费{}万元。"

    assert said_by(RULE, text.format(168)) == ["warning"]
    assert said_by(RULE, text.format(186)) == []


def test_what_was_spent_of_a_grant_is_not_the_grant() -> None:
    text = GRANT + "某财农〔2022〕48号资金共{}万元，已经支出298.50万元。"

    assert said_by(RULE, text.format(302)) == ["warning"]
    assert said_by(RULE, text.format(320)) == []
