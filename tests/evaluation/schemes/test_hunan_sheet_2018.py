"""The public sheet of 2018, filled by a Hunan body: its inputs as records give its printed rates and scores."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.budget.ledger import adjust, grant, pay
from tests.factories import NOW, identity
from yunguan.budget.classes import EconomicClass, FunctionalClass
from yunguan.core.numbers import round_half_up
from yunguan.evaluation.scored import ScoredItem
from yunguan.evaluation.selectors import score
from yunguan.indicators.returns import ImportedFigure
from yunguan.registers.book import book
from yunguan.registers.services import create

FIRST_DAY = date(2018, 1, 1)


def money(year: int) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """What a grant, an adjustment and a payment of a year have in common."""
    return (
        {"year": year, "approved_on": date(year, 1, 18)},
        {"year": year, "adjusted_on": date(year, 9, 20)},
        {"year": year, "paid_on": date(year, 11, 30)},
    )


def before() -> None:
    """2017: 32 万元 granted for 三公; 19.8 万元 were carried over in all, as the final account said."""
    for classes in (EconomicClass, FunctionalClass):  # the administrator has the classes begin a year earlier
        classes._default_manager.filter(effective_from=FIRST_DAY).update(effective_from=date(2017, 1, 1))
    granted, _, _ = money(2017)
    grant("320000", "30231", **granted)
    ImportedFigure.objects.create(
        indicator="finance.carry_over.brought_in",
        value_text="19.8",
        as_of=FIRST_DAY,
        source="上年部门决算",
        file_name="决算.xlsx",
        imported_at=NOW,
    )


def ledger() -> None:
    """2018: 1922.76 万元 granted, 767.86 added, 2690.62 spent; the items of 三公 as the table has them."""
    granted, changed, paid = money(2018)
    for yuan, item in (("294600", "31013"), ("120000", "30231"), ("220000", "30217"), ("18593000", "30101")):
        grant(yuan, item, **granted)
    adjust("7678600", "30101", **changed)
    for yuan, item in (("294600", "31013"), ("98400", "30231"), ("49900", "30217"), ("26463300", "30101")):
        pay(yuan, item, **paid)


def people() -> None:
    """143 posts, 136 of them filled."""
    posts = {"name": "综合科", "posts": 143, "established_on": FIRST_DAY}
    unit = create(book=book("establishment"), values=posts, user=None, on=FIRST_DAY, now=NOW)
    for number in range(136):
        one = {"name": "阳光", "identity_number": identity(number), "unit": unit, "post_kind": "management"}
        create(book=book("staff"), values=one | {"joined_on": FIRST_DAY}, user=None, on=FIRST_DAY, now=NOW)


@pytest.mark.django_db
def test_the_inputs_of_2018_give_the_printed_rates_and_scores() -> None:
    before()
    ledger()
    people()
    leaves = {each.item.id: each for each in score(2018).items()}
    assert {name: printed(leaves[name]) for name in PRINTED} == PRINTED


def printed(one: ScoredItem) -> tuple[str, str]:
    """The rate to two decimals, and the score."""
    assert isinstance(one.actual.reached, Decimal)
    return str(round_half_up(one.actual.reached, 2)), str(one.score)


PRINTED = {
    "input.allocation.staff": ("95.10", "8.00"),
    "input.allocation.three_public": ("98.31", "0.00"),
    "process.execution.completion": ("99.27", "8.00"),
    "process.execution.control": ("39.94", "0.00"),
}
