"""Planted defects: each breaks what it says, stands where its label says, and the quotes are the report's own."""

from decimal import Decimal

import pytest

from bench.audit.build import SPLITS, labelled
from bench.audit.corpus.dice import Dice
from bench.audit.corpus.generate import Split, reports
from bench.audit.corpus.holding import broken
from bench.audit.corpus.layout import layout
from bench.audit.matching import flat
from bench.audit.planting import numbers, plant
from bench.audit.planting.label import Planter
from bench.audit.planting.places import standing


@pytest.mark.parametrize("split", SPLITS)
def test_wrong_numbers_stand_in_the_quoted_places(split: Split) -> None:
    for _, _, labels in labelled(split, 15, 7):
        for label in labels:
            quoted = flat(" ".join(label.quotes))
            assert all(number in quoted for number in label.wrong), label


@pytest.mark.parametrize("split", SPLITS)
def test_quotes_stand_in_the_printed_report(split: Split) -> None:
    for report, how, labels in labelled(split, 30, 7):
        stands = standing(report, how)
        assert all(stands(quote) for label in labels for quote in label.quotes)


QUOTED_WITH_ITS_ROW = {"execution_score"}
"""Kinds whose quote is the row of a table: what the number disagrees with stands beside it."""


@pytest.mark.parametrize(
    "planter", [p for p in plant.NUMERIC if p is not numbers.percent_lost], ids=lambda p: getattr(p, "__name__", "")
)
def test_a_numeric_defect_breaks_a_relation_and_names_both_sides(planter: Planter) -> None:
    planted = [planter(report, layout(report, 7), Dice("x")) for report in reports("tune", 10, 7)]
    done = [one for one in planted if one is not None]
    assert done
    for one in done:
        if one.label.wrong and one.label.kind != "count_list":
            assert list(broken(one.report))
            assert one.label.partners or "unit_slipped" in one.label.kind or one.label.kind in QUOTED_WITH_ITS_ROW


def test_a_mutation_changes_exactly_one_digit() -> None:
    report = next(reports("tune", 1, 7))
    dice = Dice("x")
    for _, num in report.numbers():
        before, after = f"{num.value:.{num.places}f}", f"{numbers.mutated(num, dice).value:.{num.places}f}"
        assert len(before) == len(after)
        assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_defects_of_one_report_keep_off_each_other() -> None:
    for _, _, labels in labelled("tune", 15, 7):
        wrong = [
            Decimal(number) for label in labels if label.kind != "table_unit_slipped" for number in set(label.wrong)
        ]
        large = [number for number in wrong if number > Decimal(1000)]
        assert len(large) == len(set(large))
