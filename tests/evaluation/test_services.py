"""What people say of the items: reached, edited, explained, reviewed, handed in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.evaluation.house import FILED, HELD, NOW, leaf, sound, tell, use
from tests.factories import account
from yunguan.core.figure import Origin
from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import inspect
from yunguan.evaluation.gate.reading import dossier_of
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.selectors import score, submissions
from yunguan.evaluation.services import edit_score, explain, hand_in, review, tell_reached
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
HERE: Any = {"year": 2023, "subject": DEPARTMENT}


def edit(item: str, value: str, why: str, user: User | None = None) -> None:
    """Put in a score."""
    edit_score(**HERE, item=item, value=value, why=why, user=user, now=NOW)


def test_what_is_told_is_scored_and_says_who_declared_it() -> None:
    use()
    tell(FILED, "12", account(Role.CLERK, "safety", "周文"))
    one = leaf(FILED)
    assert (str(one.score), one.actual.origin, one.actual.by, one.actual.evidence) == (
        "20.00",
        Origin.DECLARED,
        "周文",
        "备案登记簿",
    )


def test_without_evidence_nothing_is_taken() -> None:
    use()
    with pytest.raises(Refused, match="须写明佐证材料"):
        tell(FILED, "12", evidence=" ")
    assert leaf(FILED).score is None


def test_a_text_that_does_not_fit_the_rule_is_refused() -> None:
    use()
    with pytest.raises(Refused, match="实际完成值有误：“约12”不是数字"):
        tell(FILED, "约12")


def test_an_edit_keeps_both_values_and_who_when_why() -> None:
    use()
    tell(FILED, "24")
    edit(FILED, "35", "三家预案要件不全", account(Role.FINANCE, "finance", "财务岗"))
    one = leaf(FILED)
    assert one.edit is not None
    assert (str(one.computed), str(one.score)) == ("40.00", "35")
    assert (one.edit.by, one.edit.at, one.edit.why) == ("财务岗", NOW, "三家预案要件不全")


@pytest.mark.parametrize(
    ("value", "why", "words"),
    [
        ("35", "", "须写明原因"),
        ("41", "多做了", "须在 0 至 40"),
        ("-1", "少做了", "须在 0 至 40"),
        ("三十", "写错了", "得分有误"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(value: str, why: str, words: str) -> None:
    use()
    tell(FILED, "24")
    with pytest.raises(Refused, match=words):
        edit(FILED, value, why)
    assert leaf(FILED).edit is None


def test_an_edit_can_be_taken_back() -> None:
    use()
    tell(FILED, "24")
    edit(FILED, "35", "要件不全")
    edit(FILED, "", "")
    assert (leaf(FILED).edit, str(leaf(FILED).score)) == (None, "40.00")


def test_a_locked_score_is_not_edited() -> None:
    use()
    with pytest.raises(Refused, match="由系统计分，不能修改"):
        edit("execution.budget.rate", "1", "想改")


@pytest.mark.parametrize(
    ("role", "unit", "item", "allowed"),
    [
        (Role.CLERK, "safety", FILED, True),
        (Role.CLERK, "safety", HELD, False),
        (Role.CLERK, "finance", HELD, True),
        (Role.FINANCE, "finance", HELD, True),
        (Role.REVIEWER, "", FILED, False),
        (Role.LEADER, "centre", FILED, False),
    ],
)
def test_a_section_says_its_own_and_finance_everything(role: Role, unit: str, item: str, *, allowed: bool) -> None:
    use()
    user = account(role, unit)
    if allowed:
        tell(item, "24", user)
    else:
        with pytest.raises(Refused, match="由责任科室或财务人员填写"):
            tell(item, "24", user)


def test_an_item_that_does_not_apply_gives_its_points_away() -> None:
    use()
    tell(FILED, "24")
    tell_reached(**HERE, item=HELD, reached="", evidence="", applies=False, user=None, now=NOW)
    assert (str(leaf(HELD).points), str(leaf(FILED).points), str(leaf(FILED).score)) == ("0", "60", "60.00")


def test_a_reason_and_a_measure_stand_with_the_item() -> None:
    use()
    explain(**HERE, item=FILED, reason="两家企业停业", measure="次年补备", user=None)
    assert (leaf(FILED).remark.reason, leaf(FILED).remark.measure) == ("两家企业停业", "次年补备")


def test_a_review_is_laid_beside_and_a_difference_owes_a_reason() -> None:
    use()
    tell(FILED, "24")
    reviewer = account(Role.REVIEWER, "", "评审")
    with pytest.raises(Refused, match="须写明理由"):
        review(**HERE, item=FILED, value="30", why="", user=reviewer, now=NOW)
    review(**HERE, item=FILED, value="30", why="抽查两家无登记", user=reviewer, now=NOW)
    one = leaf(FILED)
    assert (str(one.score), str(one.review_difference)) == ("40.00", "-10.00")


def test_only_a_reviewer_reviews() -> None:
    use()
    with pytest.raises(Refused, match="只有财政评审人员"):
        review(**HERE, item=FILED, value="1", why="x", user=account(Role.FINANCE, "finance"), now=NOW)


def test_each_round_is_kept_as_it_was_handed_in() -> None:
    sound()
    tell(FILED, "12")
    explain(**HERE, item=FILED, reason="两家企业停业，备案改到次年。", measure="次年一季度补备。", user=None)
    hand_in(**HERE, user=None, now=NOW)
    tell(FILED, "24")
    hand_in(**HERE, user=None, now=NOW)
    first, second = submissions(2023, DEPARTMENT)
    assert (first.content["score"], second.content["score"]) == ("80", "100")
    assert first.scheme_digest == second.scheme_digest
    assert str(score(2023).score) == "100.00"


def test_what_the_gate_objects_to_is_not_handed_in() -> None:
    sound()
    tell(FILED, "12")
    with pytest.raises(Refused, match="“备案”目标 ≥24场、完成 12场，没有写偏差原因。在偏差原因栏写明") as refused:
        hand_in(**HERE, user=None, now=NOW)
    assert len(refused.value.problems) == 1
    assert submissions(2023, DEPARTMENT) == []


def test_every_error_of_the_gate_is_told_at_once_and_no_warning() -> None:
    use()
    with pytest.raises(Refused) as refused:
        hand_in(**HERE, user=None, now=NOW)
    told = [problem.message for problem in refused.value.problems]
    assert [sum(words in each for each in told) for words in ("还没有得分", "没有登记 2023 年的绩效目标")] == [4, 1]
    assert len(told) == 5


def test_what_is_only_asked_about_does_not_hold_the_hand_in_back() -> None:
    sound()
    assert {each.severity for each in inspect(dossier_of(2023, DEPARTMENT))} == {Severity.WARNING}
    assert hand_in(**HERE, user=None, now=NOW).number == 1
