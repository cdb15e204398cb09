import pytest

from tests.audit.test_facts import facts
from yunguan.audit.changes import changes, direction


@pytest.mark.parametrize(
    ("words", "up"),
    [
        ("多支", True),
        ("少支", False),
        ("增", True),
        ("升", True),
        ("减", False),
        ("降", False),
        ("比上年多了", True),
        ("较上年少了", False),
        ("比上年决算数多", True),
        ("较上年同期少", False),
        ("比上年增", True),
        ("较上年度升了", True),
        ("比上年减", False),
        ("较上年同期降", False),
        ("多支付工程款", None),
        ("减少支付工程款", False),
    ],
)
def test_the_words_before_a_change_tell_its_direction(words: str, *, up: bool | None) -> None:
    assert direction(words) is up


def test_last_years_amount_in_the_bracket_behind_a_rate_is_the_changes_own() -> None:
    (change,) = changes(facts("受理投诉 312 起，同比下降 8.5%（上年为 341 起）。"))

    assert change.before is not None
    assert change.before.quantity.text == "341 起"


def test_an_amount_behind_the_rate_but_in_no_bracket_is_not_of_the_year_before() -> None:
    (change,) = changes(facts("受理投诉 312 起，同比下降 8.5%，上年为 341 起。"))

    assert change.before is None


@pytest.mark.parametrize(("named", "told"), [("接待费增加", False), ("比上年增加", True)])
def test_a_change_behind_a_semicolon_that_names_its_item_is_of_no_amount_before(named: str, *, told: bool) -> None:
    (change,) = changes(facts(f"出国费 5.00 万元；{named} 1.00 万元，增长 50%。"))

    assert (change.now is not None) is told
