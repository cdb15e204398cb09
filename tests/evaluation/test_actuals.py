"""What an item came to: a figure, the budget's balance, or what a section declares."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.budget.ledger import YEAR_END, adjust, grant, pay, project
from tests.evaluation.house import FILED, NOW, leaf, tell, use
from tests.evaluation.small import with_item
from tests.factories import operator
from yunguan.core.figure import Origin
from yunguan.evaluation.rule import Verdict
from yunguan.evaluation.selectors import score, subjects
from yunguan.indicators.returns import ImportedFigure

pytestmark = pytest.mark.django_db
REQUIRED = "safety.emergency_plan.required"


def test_a_figure_comes_with_its_operands_and_changes_with_its_records() -> None:
    use(with_item(FILED, figure=REQUIRED))
    operator(1)
    before = leaf(FILED)
    operator(2)
    after = leaf(FILED)
    assert (str(before.actual.reached), str(after.actual.reached)) == ("1", "2")
    assert (after.actual.origin, after.actual.operands[0].records) == (Origin.COMPUTED, 2)


def test_a_record_changes_exactly_the_scores_that_depend_on_it() -> None:
    use(with_item(FILED, figure=REQUIRED))
    tell("output.quantity.held", "20")
    operator(1)
    before = {each.item.id: each.score for each in score(2023).items()}
    operator(2)
    after = {each.item.id: each.score for each in score(2023).items()}
    assert {name for name in before if before[name] != after[name]} == {FILED}


def test_a_figure_without_data_is_not_evidenced() -> None:
    use(with_item(FILED, figure="finance.basic.executed"))
    one = leaf(FILED)
    assert (one.judgement.verdict, one.score) == (Verdict.NOT_EVIDENCED, None)
    assert "台账在所问年度没有启用" in one.actual.why_none


def test_what_a_section_declares_does_not_override_a_figure() -> None:
    use(with_item(FILED, figure=REQUIRED))
    operator(1)
    tell(FILED, "24")
    assert leaf(FILED).actual.reached == Decimal(1)


def test_a_project_is_scored_by_its_own_money() -> None:
    named: dict[str, Any] = {"kind": "project", "project": project()}
    grant("200000", **named)
    adjust("50000", **named)
    pay("200000", **named)
    pay("77", "30201")  # basic expenditure: not the project's
    one = leaf("execution.budget.rate", "DLYSFW")
    assert (one.actual.reached, str(one.score)) == (Decimal(80), "8.00")
    assert [each.value for each in one.actual.operands] == [Decimal(200000), Decimal(250000)]


def test_a_project_without_money_has_no_rate() -> None:
    project()
    assert "没有年初预算" in leaf("execution.budget.rate", "DLYSFW").actual.why_none


def test_the_subjects_are_the_department_and_the_projects_that_run() -> None:
    project()
    project("OLD", "旧项目", first_year=2019, last_year=2021)
    assert list(subjects(2023)) == ["department", "DLYSFW"]


def test_a_figure_put_together_from_declared_ones_names_their_evidence() -> None:
    use(with_item(FILED, figure="finance.assets.in_use_rate"))
    for name, value in (("fixed", "800"), ("in_use", "780")):
        ImportedFigure.objects.create(
            indicator=f"finance.assets.{name}",
            value_text=value,
            as_of=YEAR_END,
            source="资产系统",
            file_name="资产卡片.xlsx",
            imported_at=NOW,
        )
    actual = leaf(FILED).actual
    assert (str(actual.reached), actual.origin) == ("97.5", Origin.IMPORTED)
    assert (actual.evidence, actual.by) == ("资产卡片.xlsx", "资产系统")
