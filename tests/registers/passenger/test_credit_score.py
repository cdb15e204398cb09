"""Scores: who may mark when, within which limits, and that nobody writes over another level."""

from __future__ import annotations

import pytest

from tests.factories import step
from tests.registers.passenger.credit_world import (
    CENTRE,
    COUNTY,
    SELF,
    begun,
    county_reviewed,
    people,
    scheme,
    scores,
    self_scored,
)
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def table() -> None:
    people()
    scheme()


def test_beginning_lays_out_a_row_for_every_item() -> None:
    rows = scores(begun())
    assert {row.state for row in rows.values()} == {"unscored"}
    assert {row.full_points for row in rows.values()} == {6000, 4000, 1500, 0}


@pytest.mark.parametrize("points", [-1, 6001])
def test_marks_lie_between_zero_and_the_items_points(points: int) -> None:
    with pytest.raises(Refused, match="0 至 600 分"):
        step(scores(begun())["安全"], "score_self", people()["operator"], SELF, self_points=points, grounds="试")


def test_marks_taken_off_need_a_reason() -> None:
    with pytest.raises(Refused, match="须写明原因"):
        step(scores(begun())["安全"], "score_self", people()["operator"], SELF, self_points=5000)


def test_a_bonus_below_the_most_is_no_deduction() -> None:
    row = scores(begun())["加分"]
    step(row, "score_self", people()["operator"], SELF, self_points=500)
    assert (row.self_points, row.deducted) == (500, None)


def test_a_base_item_is_not_scored_without_marks() -> None:
    with pytest.raises(Refused, match="请填写得分"):
        step(scores(begun())["安全"], "score_self", people()["operator"], SELF)


def test_a_level_marks_only_while_the_rating_lies_with_it() -> None:
    row = scores(self_scored())["安全"]
    with pytest.raises(Refused, match="现为“已自评”，不在自评阶段"):
        step(row, "score_self", people()["operator"], SELF, self_points=6000)


def test_only_a_veto_item_vetoes() -> None:
    row = scores(self_scored())["安全"]
    with pytest.raises(Refused, match="只有否决项"):
        step(row, "score_county", people()["county"], COUNTY, county_points=5800, vetoed=True, grounds="试")


def test_the_centre_marks_for_a_county_only_in_the_parks() -> None:
    row = scores(self_scored(area="430476"))["安全"]
    step(row, "score_for_county", people()["head"], COUNTY, county_points=5000, grounds="查实")
    assert row.county_points == 5000


def test_the_centre_does_not_mark_for_a_county_that_has_a_body() -> None:
    row = scores(self_scored())["安全"]
    with pytest.raises(Refused, match="应由其初评"):
        step(row, "score_for_county", people()["head"], COUNTY, county_points=5000, grounds="查实")


def test_an_item_is_known_as_deducted_once_the_centre_took_marks_off() -> None:
    row = scores(county_reviewed())["服务"]
    step(row, "score_centre", people()["clerk"], CENTRE, centre_points=3900, grounds="投诉")
    assert row.deducted is True


def test_marks_are_not_overwritten_on_the_form() -> None:
    row = scores(county_reviewed())["安全"]
    with pytest.raises(Refused, match="不能直接修改"):
        change(record=row, values={"self_points": 6000}, user=people()["clerk"], now=row.created_at)
