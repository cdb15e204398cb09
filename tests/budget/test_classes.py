"""The classes of expenditure: what the house brings along, and codes that do not hold."""

from __future__ import annotations

from datetime import date

import pytest

from tests.budget.ledger import grant, pay
from yunguan.budget.classes import EconomicClass, FunctionalClass, code_table, seed_classes
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_every_class_and_item_of_the_economic_classification_is_seeded() -> None:
    table = code_table(EconomicClass)
    assert {code for code in table.entries if len(code) == 3} == {
        "301", "302", "303", "307", "309", "310", "311", "312", "313", "399",
    }  # fmt: skip
    assert table.name("30217", date(2023, 1, 1)) == "公务接待费"


def test_every_code_stands_under_a_code_of_its_own_table() -> None:
    for model in (EconomicClass, FunctionalClass):
        codes = set(code_table(model).entries)
        assert {code[:-2] for code in codes if len(code) > 3} <= codes


def test_what_a_user_changed_is_not_seeded_again() -> None:
    FunctionalClass.objects.exclude(code="2140112").delete()
    seed_classes()
    assert list(FunctionalClass.objects.values_list("code", flat=True)) == ["2140112"]


def test_a_code_has_no_name_on_the_day_from_which_it_is_out_of_use() -> None:
    EconomicClass.objects.filter(code="30217").update(effective_to=date(2024, 1, 1))
    table = code_table(EconomicClass)
    assert table.name("30217", date(2023, 12, 31)) == "公务接待费"
    assert table.name("30217", date(2024, 1, 1)) is None


def test_an_unknown_code_is_refused_with_a_remedy() -> None:
    with pytest.raises(Refused) as refused:
        pay("100", "30288")
    (problem,) = refused.value.problems
    assert problem.field == "economic_class"
    assert "“30288”" in problem.message
    assert "管理员" in problem.message


def test_an_unknown_functional_code_is_refused() -> None:
    with pytest.raises(Refused, match="支出功能分类中没有"):
        grant("100", functional_class="2149998")
