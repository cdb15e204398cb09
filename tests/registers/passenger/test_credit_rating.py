"""Credit ratings: three levels by three people, the notice's clock, what is refused on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, operator, step
from tests.registers.passenger.credit_world import (
    CENTRE,
    COUNTY,
    NOTICE,
    OPENED,
    SELF,
    begun,
    county_reviewed,
    made,
    noticed,
    people,
    rating,
    reviewed,
    scheme,
    scores,
    self_scored,
)
from yunguan.office.people import Role
from yunguan.office.scope import scope_of
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.selectors import visible
from yunguan.registers.services import change, may_move

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def table() -> None:
    people()
    scheme()


def test_three_totals_stand_side_by_side_with_their_differences() -> None:
    found = reviewed()
    assert (found.self_total, found.county_total, found.centre_total) == (9800, 9500, 8500)
    assert (found.county_less_self, found.centre_less_county, found.centre_less_self) == (-300, -1000, -1300)
    assert (found.grade, found.state) == ("AAA", "reviewed")


def test_the_deductions_are_told_with_their_reasons() -> None:
    told = reviewed().deductions.splitlines()
    assert told == [
        "1. 运输安全：满分 600 分，扣 50 分。原因：另查实一起事故",
        "2. 服务质量：满分 400 分，扣 100 分。原因：服务投诉未整改",
    ]


def test_a_veto_forces_the_lowest_grade_whatever_the_marks() -> None:
    found = reviewed(事故=True)
    assert (found.centre_total, found.grade) == (8500, "B")
    assert "触发否决，最高评为 B 级" in found.deductions


def test_a_lesser_veto_only_keeps_the_best_grade_away() -> None:
    assert reviewed(死亡=True).grade == "AA"


def test_an_item_without_marks_keeps_the_operator_from_handing_in() -> None:
    found = begun()
    step(scores(found)["安全"], "score_self", people()["operator"], SELF, self_points=6000)
    with pytest.raises(Refused, match=r"还有 1 个项目没有自评得分（2\. 服务质量）"):
        step(found, "submit", people()["operator"], SELF)


def test_each_level_is_due_at_the_end_of_its_month() -> None:
    found = begun()
    assert found.due_on == date(2023, 3, 31)
    rows, who = scores(found), people()["operator"]
    for group, points in (("安全", 6000), ("服务", 4000)):
        step(rows[group], "score_self", who, date(2023, 4, 3), self_points=points)
    step(found, "submit", who, date(2023, 4, 3))
    assert (found.self_in_time, found.due_on) == (False, date(2023, 4, 30))
    step(found, "first_review", people()["county"], date(2023, 4, 30))
    assert (found.county_in_time, found.due_on) == (True, date(2023, 5, 31))


def test_items_that_a_reviewer_leaves_untouched_stand_as_before() -> None:
    found = county_reviewed()
    assert {group: row.county_points for group, row in scores(found).items()} == {
        "安全": 5500,
        "服务": 4000,
        "加分": None,
        "事故": None,
        "死亡": None,
    }
    assert {row.state for row in scores(found).values()} == {"county_scored"}


def test_nobody_reviews_what_he_brought_there() -> None:
    found = reviewed()
    second = account(Role.CLERK, "passenger", "zweiter")
    assert not may_move(found, found.workflow.transition("notice"), people()["clerk"])
    step(found, "review_again", people()["head"], CENTRE, "请再核对服务质量")
    assert not may_move(found, found.workflow.transition("review"), people()["head"])
    step(found, "review", second, CENTRE)
    step(found, "notice", people()["head"], NOTICE)
    assert found.state == "noticed"


def test_who_reviews_is_another_than_who_handed_in() -> None:
    found = self_scored()
    person = people()["operator"]
    person.role = Role.COUNTY
    person.save()
    with pytest.raises(Refused, match="不能是同一人"):
        step(found, "first_review", person, COUNTY)


def test_a_county_sees_the_ratings_of_its_own_area_only() -> None:
    mine = rating()
    made("credit_rating", operator=operator(2, "430482"), year=2022, opened_on=OPENED)
    assert list(visible(book("credit_rating"), scope_of(people()["county"]))) == [mine]


def test_the_notice_counts_working_days_over_the_holiday() -> None:
    found = reviewed()
    step(found, "notice", people()["head"], date(2023, 6, 15), notice_doc_no="衡运公示〔2023〕1号")
    # 22 to 24 June are 端午, 25 June is worked
    assert found.notice_to == found.due_on == date(2023, 6, 30)


def test_a_grade_is_published_after_the_whole_notice_and_goes_into_the_directory() -> None:
    found = noticed()
    assert found.notice_to == date(2023, 5, 26)
    with pytest.raises(Refused, match="公示截止日期为 2023-05-26"):
        step(found, "publish", people()["head"], date(2023, 5, 26))
    step(found, "publish", people()["head"], date(2023, 5, 29))
    found.operator.refresh_from_db()
    assert (found.published_in_time, found.operator.credit_grade) == (True, "AAA")


def test_the_operator_receives_the_result_and_says_what_it_will_do() -> None:
    found = step(noticed(), "publish", people()["head"], date(2023, 5, 29))
    with pytest.raises(Refused, match="整改措施"):
        step(found, "acknowledge", people()["operator"], date(2023, 6, 1))
    step(found, "acknowledge", people()["operator"], date(2023, 6, 1), improvement="更换投诉处理流程")
    assert found.state == "acknowledged"


def test_an_operator_that_does_not_mark_itself_is_taken_up_when_its_time_is_over() -> None:
    found = rating()
    with pytest.raises(Refused, match="先催报"):
        step(found, "take_up", people()["clerk"], date(2023, 3, 31), "未报")
    step(found, "take_up", people()["clerk"], date(2023, 4, 3), "未报")
    for group, points in (("安全", 3000), ("服务", 2000)):
        row = scores(found)[group]
        step(row, "score_county", people()["county"], COUNTY, county_points=points, grounds="未提供材料")
    step(found, "first_review", people()["county"], COUNTY)
    assert (found.self_total, found.county_total, found.county_less_self) == (None, 5000, None)


def test_the_centre_stands_in_for_a_county_only_in_the_parks() -> None:
    found = self_scored(area="430473")
    step(found, "first_review_by_centre", people()["head"], COUNTY)
    assert found.state == "county_reviewed"


def test_the_centre_does_not_stand_in_where_there_is_a_county_body() -> None:
    with pytest.raises(Refused, match="应由其初评"):
        step(self_scored(), "first_review_by_centre", people()["head"], COUNTY)


@pytest.mark.parametrize(
    ("move", "who", "target"),
    [("ask_again", "county", "scoring"), ("return_to_county", "clerk", "self_scored")],
)
def test_a_level_sends_back_with_a_reason(move: str, who: str, target: str) -> None:
    found = self_scored() if who == "county" else county_reviewed()
    with pytest.raises(Refused, match="须写明理由"):
        step(found, move, people()[who], CENTRE)
    step(found, move, people()[who], CENTRE, "材料不全")
    assert found.state == target


def test_an_operator_that_stopped_is_not_assessed() -> None:
    found = step(rating(), "exempt", people()["head"], date(2023, 3, 1), "经营不满一年")
    assert (found.state, found.due_on) == ("exempt", None)


def test_totals_are_not_typed() -> None:
    with pytest.raises(Refused, match="不能直接填写"):
        made("credit_rating", operator=operator(3), year=2022, opened_on=OPENED, self_total=9000)
    found = self_scored()
    with pytest.raises(Refused, match="不能直接填写"):
        change(record=found, values={"self_total": 9900}, user=people()["clerk"], now=found.created_at)


def test_a_trade_without_a_table_is_not_assessed() -> None:
    with pytest.raises(Refused, match="没有施行的考核细则"):
        made("credit_rating", operator=operator(3, sector="taxi"), year=2022, opened_on=OPENED)


def test_a_grade_beyond_the_marks_is_refused() -> None:
    model: Any = book("credit_rating").model
    row = model(
        operator=operator(4), year=2022, opened_on=OPENED, state="reviewed", county_on=COUNTY, county_total=7100
    )
    row.centre_on, row.centre_total, row.grade = CENTRE, 7100, "AAA"
    row.derive()
    assert [problem.field for problem in row.problems()] == ["grade"]
