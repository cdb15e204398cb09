"""Balances: budget, adjustments and payments added up as of a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.budget.ledger import NOW, YEAR_END, adjust, adjusted, grant, granted, paid, pay, project
from yunguan.budget.amounts import Amounts
from yunguan.budget.selectors import balances
from yunguan.core.scope import Scope
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db


def only(year: int = 2023, as_of: date = YEAR_END) -> Amounts:
    (balance,) = balances(year, as_of)
    return balance.amounts


def test_a_balance_is_initial_plus_additions_less_reductions_and_payments() -> None:
    grant("1000")
    adjust("300")
    adjust("50", direction="decrease")
    pay("900")
    pay("-100", payee=None)
    money = only()
    assert (money.initial, money.increases, money.decreases) == (Decimal(1000), Decimal(300), Decimal(50))
    assert (money.budget, money.executed, money.remaining) == (Decimal(1250), Decimal(800), Decimal(450))
    assert money.rate == Decimal("0.64")


def test_nothing_entered_is_none_and_a_zero_is_zero() -> None:
    assert balances(2023, YEAR_END) == ()
    grant("0", "30212")
    money = only()
    assert money.initial == 0
    assert (money.increases, money.executed, money.rate) == (None, None, None)


def test_money_without_budget_has_no_remainder() -> None:
    pay("100")
    assert (only().budget, only().remaining, only().rate) == (None, None, None)


def test_what_came_later_does_not_count_yet() -> None:
    grant("1000")
    adjust("300", adjusted_on=date(2023, 9, 20))
    pay("400", paid_on=date(2023, 3, 1))
    pay("500", paid_on=date(2023, 9, 20))
    before, on = only(as_of=date(2023, 9, 19)), only(as_of=date(2023, 9, 20))
    assert (before.budget, before.executed) == (Decimal(1000), Decimal(400))
    assert (on.budget, on.executed) == (Decimal(1300), Decimal(900))
    assert balances(2023, date(2023, 1, 17)) == ()


def test_the_next_year_begins_anew() -> None:
    grant("1000")
    grant("2000", year=2024, approved_on=date(2024, 1, 20))
    assert only(2024, date(2024, 12, 31)).budget == Decimal(2000)


def test_lines_are_told_with_their_names() -> None:
    grant("1000", "30227", kind="project", project=project())
    (line,) = balances(2023, YEAR_END)
    assert (line.project, line.project_name) == ("DLYSFW", "道路运输服务成本经费")
    assert (line.economic, line.economic_name) == ("302", "商品和服务支出")


def test_a_county_sees_no_money_of_the_centre() -> None:
    grant("1000")
    assert balances(2023, YEAR_END, Scope(areas=frozenset({"430421"}))) == ()
    assert balances(2023, YEAR_END, Scope(sections=frozenset({"safety"}))) == ()


fen = st.integers(min_value=0, max_value=10**11)
signed = st.integers(min_value=-(10**11), max_value=10**11)


class SumOfRows(TestCase):
    """Whatever the amounts, the balance is the sum of its rows to the fen."""

    @given(
        st.lists(fen, max_size=5), st.lists(fen, max_size=4), st.lists(fen, max_size=4), st.lists(signed, max_size=8)
    )
    def test_the_balance_is_the_sum_of_its_rows(
        self, grants: list[int], more: list[int], less: list[int], spent: list[int]
    ) -> None:
        self.write("appropriation", [granted("0") | {"amount": n} for n in grants])
        self.write("budget_adjustment", [adjusted("0") | {"amount": n} for n in more])
        self.write("budget_adjustment", [adjusted("0", direction="decrease") | {"amount": n} for n in less])
        self.write("payment", [paid("0") | {"amount": n} for n in spent])
        total = sum(balance.amounts.remaining or 0 for balance in balances(2023, YEAR_END))
        expected = sum(grants) + sum(more) - sum(less) - sum(spent)
        if grants or more or less:
            assert total == Decimal(expected).scaleb(-2)
        else:
            assert total == 0

    def write(self, register: str, values: list[dict[str, object]]) -> None:
        model = book(register).model
        records = [model(**each, state="valid", area="430400", created_at=NOW) for each in values]
        for record in records:
            record.derive()
        model._default_manager.bulk_create(records)
