"""Schemes that users make: drafts change, what is in use is frozen, a change makes a further edition."""

from __future__ import annotations

import pytest

from tests.evaluation.house import HELD, NOW, draft, renamed, use
from tests.evaluation.small import SMALL, with_item
from yunguan.evaluation.editions import change_scheme, copy_scheme, editions, put_in_use, scheme_named
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.selectors import NoScheme, scheme_of
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_copy_is_a_draft_that_scores_nobody_yet() -> None:
    draft()
    assert scheme_of(2023, DEPARTMENT).code == "hunan_department_2023"


def test_a_draft_that_is_put_in_use_scores_from_then_on() -> None:
    use(renamed("衡阳市中心2023年指标体系"))
    assert scheme_of(2023, DEPARTMENT).title == "衡阳市中心2023年指标体系"


def test_a_scheme_with_faults_is_not_put_in_use() -> None:
    edition = draft()
    change_scheme(edition=edition, scheme=with_item(HELD, figure="no.such"), why="", user=None, now=NOW)
    with pytest.raises(Refused, match=r"引用的指标“no\.such”不存在"):
        put_in_use(edition=edition, user=None, now=NOW)


def test_what_is_in_use_is_frozen_and_a_change_makes_a_further_edition() -> None:
    first = use()
    with pytest.raises(Refused, match="请写明修改原因"):
        change_scheme(edition=first, scheme=SMALL, why=" ", user=None, now=NOW)
    second = change_scheme(edition=first, scheme=renamed("调整后"), why="财政批复调整", user=None, now=NOW)
    first.refresh_from_db()
    assert (second.number, second.state, first.title, first.state) == (2, "draft", "小方案", "in_use")


def test_of_two_editions_one_is_in_use_and_the_other_is_kept() -> None:
    first = use()
    put_in_use(
        edition=change_scheme(edition=first, scheme=renamed("调整后"), why="批复", user=None, now=NOW),
        user=None,
        now=NOW,
    )
    assert [(each.number, each.state) for each in editions(2023)] == [(1, "retired"), (2, "in_use")]
    assert scheme_named(f"{first.code}@1").title == "小方案"


def test_a_retired_edition_is_not_put_in_use_again() -> None:
    first = use()
    with pytest.raises(Refused, match="只有草稿可以启用"):
        put_in_use(edition=first, user=None, now=NOW)


@pytest.mark.parametrize(("source", "subject"), [("hunan_project_2023", DEPARTMENT), ("hunan_sheet_2018", "DLYSFW")])
def test_a_scheme_of_the_other_kind_is_refused(source: str, subject: str) -> None:
    with pytest.raises(Refused, match="不能用于所选的评价对象"):
        copy_scheme(source=source, year=2023, subject=subject, user=None, now=NOW)


@pytest.mark.parametrize("source", ["none", "none@1", "none@x"])
def test_an_unknown_scheme_is_refused(source: str) -> None:
    with pytest.raises(Refused, match="没有名为"):
        scheme_named(source)


@pytest.mark.parametrize(("year", "code"), [(2026, "hunan_department_2023"), (2020, "hunan_sheet_2018")])
def test_without_an_edition_the_newest_shipped_scheme_holds(year: int, code: str) -> None:
    assert scheme_of(year, DEPARTMENT).code == code


def test_a_year_before_all_schemes_has_none() -> None:
    with pytest.raises(NoScheme, match="2010 年没有可用"):
        scheme_of(2010, DEPARTMENT)
