import pytest

from tests.audit.accounts.account import Account
from tests.audit.said_by import held_by, said_by

RULE = "travel_within_accounts"


@pytest.mark.parametrize(
    ("amount", "expected"), [("4.00", []), ("4.40", []), ("4.41", []), ("5.60", ["error"]), ("", [])]
)
def test_an_item_in_basic_expenditure_is_within_the_item_of_all(amount: str, expected: list[str]) -> None:
    assert said_by(RULE, str(Account().cell("06", "30231", 5, amount))) == expected


def test_items_within_are_listed() -> None:
    assert held_by(RULE, str(Account()))
