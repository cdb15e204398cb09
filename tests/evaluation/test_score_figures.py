"""Scores as figures for the sentences of the report."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.evaluation.house import FILED, HELD, SOCIAL, tell, use
from tests.evaluation.small import with_item
from yunguan.core.period import Period
from yunguan.evaluation.rule import Target
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.scheme import Mode
from yunguan.evaluation.score_figures import score_figure

pytestmark = pytest.mark.django_db
YEAR = Period.year(2023)
RATE = "execution.budget.rate"
OPEN = with_item(RATE, rule=AtLeast(), target=Target(Decimal(100)), mode=Mode.EDITABLE)


def test_the_score_is_the_sum_of_its_parts() -> None:
    use(OPEN)
    for item in (FILED, HELD, SOCIAL):
        tell(item, "24")
    tell(RATE, "95")
    found = score_figure("score.department", YEAR)
    assert found is not None
    assert (str(found.value), [str(each.value) for each in found.operands]) == ("99.50", ["60.00", "30.00", "9.50"])


def test_a_score_that_lacks_an_item_is_no_score() -> None:
    use(OPEN)
    tell(FILED, "24")
    found = score_figure("score.department", YEAR)
    assert found is not None
    assert (found.value, found.origin) == (None, None)
    assert "执行率" in found.why_none


@pytest.mark.parametrize("name", ["score.nobody", "finance.basic.executed"])
def test_other_names_are_no_scores(name: str) -> None:
    assert score_figure(name, YEAR) is None


@pytest.mark.parametrize(
    ("period", "words"), [(Period.month(2023, 5), "按年度计分"), (Period.year(2010), "没有可用的部门整体支出指标体系")]
)
def test_where_nothing_is_scored_it_is_said_why(period: Period, words: str) -> None:
    found = score_figure("score.department", period)
    assert found is not None
    assert found.value is None
    assert words in found.why_none
