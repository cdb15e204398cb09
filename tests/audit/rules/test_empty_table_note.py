import pytest

from tests.audit.accounts.account import Account
from tests.audit.said_by import held_by, said_by

RULE = "empty_table_note"
UNSAID = Account().said("没有国有资本经营预算财政拨款支出", "按规定公开")


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        (Account(), []),
        (UNSAID, []),
        (UNSAID.noted("08", ""), ["warning"]),
        (Account().noted("08", ""), ["hint"]),
        (Account().noted("07", "注：本表为空表。"), ["warning"]),
        (Account().noted("07", "注：本表金额转换为万元时，因四舍五入可能存在尾差。"), []),
    ],
)
def test_an_empty_table_says_so_and_no_other_does(account: Account, expected: list[str]) -> None:
    assert said_by(RULE, str(account)) == expected


def test_an_empty_table_with_its_note_is_listed() -> None:
    assert held_by(RULE, str(Account()))
