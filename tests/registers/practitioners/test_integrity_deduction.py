"""Deductions: one decision once, within the cycle, by the table of its day, not after the assessment."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.practitioners.cycles import cycle, deduction, item
from tests.registers.practitioners.people import SECTION
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db


def test_a_decision_counts_once() -> None:
    of, line = cycle(), item(5)
    deduction(of, line, "衡交执〔2023〕1号")
    with pytest.raises(Refused, match="已有相同的记录"):
        deduction(of, line, "衡交执〔2023〕1号")


def test_it_lies_in_the_cycle_and_in_the_term_of_the_table() -> None:
    with pytest.raises(Refused, match="不在考核周期之内"):
        deduction(cycle(), item(5), "1", deducted_on=date(2023, 9, 1))
    with pytest.raises(Refused, match="不在记分标准的有效期内"):
        deduction(cycle(2), item(3, effective_to=date(2022, 12, 31)), "2")


def test_nothing_is_added_to_a_cycle_that_was_assessed() -> None:
    clerk, of, line = account(Role.CLERK, SECTION), cycle(), item(5)
    deduction(of, line, "1")
    for code in ("close", "assess"):
        step(of, code, clerk, date(2023, 9, 11))
    with pytest.raises(Refused, match="已按累计 5 分评定，加上此条为 10 分"):
        deduction(of, line, "2")


def test_full_points_are_told_of() -> None:
    of, line = cycle(), item(10)
    deduction(of, line, "1")
    model: Any = book("integrity_deduction").model
    second = model(cycle=of, item=line, points=10, deducted_on=date(2023, 4, 3), state="recorded")
    (found,) = [problem for _, problem in model.problems_among([second])]
    assert "累计已记 20 分" in found.message
