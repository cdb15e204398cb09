"""From what was reached to the scored tree: totals, edits, reviews, points that move, caps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.small import SMALL, with_item
from yunguan.evaluation.scheme import Mode
from yunguan.evaluation.scored import Actual, Edit, Review, ScoredItem, ScoredScheme
from yunguan.evaluation.scoring import Said, score_scheme, spread_points
from yunguan.evaluation.settings import Cap, Settings, Spread

NOW = datetime(2024, 4, 3, tzinfo=UTC)
FILED, HELD, SOCIAL = "output.quantity.filed", "output.quantity.held", "benefit.social.rate"
RATE = "execution.budget.rate"
ALL = (FILED, HELD, SOCIAL, RATE)


def reached(**values: str) -> dict[str, Actual]:
    """Actuals of the four items: ``filed``, ``held``, ``social``, ``rate``."""
    names = {"filed": FILED, "held": HELD, "social": SOCIAL, "rate": RATE}
    return {names[name]: Actual(Decimal(value)) for name, value in values.items()}


FULL = reached(filed="24", held="24", social="24", rate="100")


def leaf(tree: ScoredScheme, name: str) -> ScoredItem:
    """One scored item."""
    return next(each for each in tree.items() if each.item.id == name)


def edit(score: str) -> Edit:
    """A person's score."""
    return Edit(Decimal(score), "财务科长", NOW, "佐证材料不全")


def test_full_marks_everywhere_are_a_hundred_and_the_best_band() -> None:
    tree = score_scheme(SMALL, "department", FULL)
    assert (str(tree.points), str(tree.score), tree.band) == ("100", "100.00", "优")


def test_the_whole_is_the_sum_of_its_parts_at_every_level() -> None:
    tree = score_scheme(SMALL, "department", reached(filed="12", held="7", social="23.9", rate="99.5"))
    assert tree.score == sum(child.score or 0 for child in tree.children)
    for child in tree.children:
        assert child.score == sum(each.score or 0 for each in child.items())


def test_what_is_not_evidenced_has_no_score_and_leaves_the_band_open() -> None:
    tree = score_scheme(SMALL, "department", reached(filed="24", held="24", rate="100"))
    assert leaf(tree, SOCIAL).score is None
    assert (str(tree.score), tree.band) == ("70.00", None)
    assert [each.item.id for each in tree.open_items] == [SOCIAL]


def test_an_edited_score_stands_beside_the_computed_one() -> None:
    tree = score_scheme(SMALL, "department", FULL, Said(edits={HELD: edit("15")}))
    one = leaf(tree, HELD)
    assert (str(one.computed), str(one.score), one.reason_owed) == ("20.00", "15", True)
    assert tree.score == 95


def test_a_locked_item_takes_no_edit() -> None:
    tree = score_scheme(SMALL, "department", FULL, Said(edits={RATE: edit("1")}))
    assert leaf(tree, RATE).score == 10


def test_an_item_that_is_not_computed_waits_for_a_person() -> None:
    scheme = with_item(HELD, mode=Mode.OFF)
    assert leaf(score_scheme(scheme, "department", FULL), HELD).score is None
    assert leaf(score_scheme(scheme, "department", FULL, Said(edits={HELD: edit("18")})), HELD).score == 18


def test_a_review_is_laid_beside_with_its_difference() -> None:
    said = Said(reviews={HELD: Review(Decimal(12), "评审", NOW, "少两场")})
    tree = score_scheme(SMALL, "department", FULL, said)
    assert leaf(tree, HELD).review_difference == -8
    assert (str(tree.score), str(tree.review_score)) == ("100.00", "92.00")


def test_points_of_what_does_not_apply_go_to_the_neighbours() -> None:
    tree = score_scheme(SMALL, "department", {**FULL, HELD: Actual(None, applies=False)})
    assert (str(leaf(tree, HELD).points), str(leaf(tree, FILED).points)) == ("0", "60")
    assert (str(tree.points), str(tree.score), tree.band) == ("100", "100.00", "优")


def test_where_a_whole_group_does_not_apply_its_points_go_further() -> None:
    points = spread_points(SMALL, {SOCIAL})
    assert sum(points.values()) == 100
    assert points[FILED] > 40


@pytest.mark.parametrize(("rate", "score"), [("95", "99.50"), ("89", "89"), ("75", "79"), ("50", "59")])
def test_low_execution_caps_the_whole(rate: str, score: str) -> None:
    caps = tuple(Cap(Decimal(below), Decimal(most)) for below, most in (("0.9", "89"), ("0.8", "79"), ("0.6", "59")))
    scheme = replace(SMALL, settings=Settings(caps=caps))
    tree = score_scheme(scheme, "department", {**FULL, **reached(rate=rate)})
    assert tree.score == Decimal(score)
    assert bool(tree.capped_by) is (rate != "95")


@given(st.sets(st.sampled_from(ALL)), st.sampled_from(Spread))
def test_spreading_never_loses_a_point(left_out: set[str], spread: Spread) -> None:
    scheme = replace(SMALL, settings=Settings(spread=spread))
    points = spread_points(scheme, left_out)
    assert all(points[name] == 0 for name in left_out)
    assert sum(points.values()) == (0 if left_out == set(ALL) else 100)


@given(st.lists(st.decimals(-50, 500, places=2), min_size=4, max_size=4))
def test_no_score_leaves_its_bounds(values: list[Decimal]) -> None:
    tree = score_scheme(SMALL, "department", {name: Actual(value) for name, value in zip(ALL, values, strict=True)})
    assert all(each.score is not None and 0 <= each.score <= each.points for each in tree.items())
    assert tree.score is not None
    assert 0 <= tree.score <= 100


def test_json_tells_every_leaf_with_rule_operands_and_score() -> None:
    document = score_scheme(SMALL, "department", reached(filed="12")).as_json()
    first = document["children"][0]["children"][0]["children"][0]
    told = {name: first[name] for name in ("id", "points", "target", "actual", "rule", "score", "reason_owed")}
    assert told == {
        "id": FILED,
        "points": "40",
        "target": "24",
        "actual": "12",
        "rule": "at_least",
        "score": "20",
        "reason_owed": True,
    }
