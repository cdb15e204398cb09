"""Monthly checks: two inspectors, every item told, hazards raised, one check a month, closed with the month."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import operator
from tests.registers.safety.scenes import MARCH, check, clerk, failed, head, list_in_force, step
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db


def test_a_finished_check_raises_a_hazard_for_each_failed_item() -> None:
    listed, items = list_in_force(head())
    one = check(listed, operator(1))
    failed(one, items[1])
    step(one, "finish", clerk(), MARCH)
    (raised,) = book("hazard").model._base_manager.all()
    assert (one.state, raised.routine, raised.level, raised.hazard_no) == ("done", one, "major", "YH2023-0001")  # type: ignore[attr-defined]


def test_a_check_that_is_finished_again_raises_no_hazard_twice() -> None:
    boss, someone = head(), clerk()
    listed, items = list_in_force(boss)
    one = check(listed, operator(1))
    failed(one, items[0])
    step(one, "finish", someone, MARCH)
    step(one, "reopen", boss, MARCH, reason="补充照片")
    step(one, "finish", someone, MARCH)
    assert book("hazard").model._base_manager.count() == 1
    assert one.checked_on == MARCH


def test_one_inspector_is_too_few() -> None:
    listed, items = list_in_force(head())
    one = check(listed, operator(1), inspectors="甲明")
    failed(one, items[0])
    with pytest.raises(Refused, match="2 人以上"):
        step(one, "finish", clerk(), MARCH)


def test_results_cover_the_whole_list_and_failed_items_are_written_down() -> None:
    listed, _ = list_in_force(head())
    with pytest.raises(Refused, match=r"清单共 2 项.*已逐项登记 0 项"):
        step(check(listed, operator(1), items_failed=2), "finish", clerk(), MARCH)


def test_an_operator_is_checked_once_a_month_by_a_list() -> None:
    listed, _ = list_in_force(head())
    owner = operator(1)
    check(listed, owner)
    with pytest.raises(Refused, match="已有相同的记录"):
        check(listed, owner, "PC2", on=date(2023, 3, 20))
    check(listed, owner, "PC3", on=date(2023, 4, 3))


def test_a_list_is_of_the_operators_trade_and_in_force() -> None:
    boss = head()
    listed, _ = list_in_force(boss)
    with pytest.raises(Refused, match="行业不符"):
        check(listed, operator(1, sector="freight"))
    step(listed, "retire", boss, date(2023, 2, 28), reason="换版")
    with pytest.raises(Refused, match="没有施行"):
        check(listed, operator(2))


def test_a_check_that_did_not_take_place_is_void() -> None:
    listed, _ = list_in_force(head())
    one = step(check(listed, operator(1)), "void", clerk(), MARCH, reason="企业停业")
    assert one.state == "void"
