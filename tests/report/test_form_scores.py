from decimal import Decimal

from tests.evaluation.small import SMALL, item, with_item
from tests.report.figures import figure
from yunguan.evaluation.scheme import Scheme
from yunguan.evaluation.scored import Actual, Remark
from yunguan.evaluation.scoring import Said, score_scheme
from yunguan.report.form_facts import ScoreRow
from yunguan.report.form_scores import ScoreParts, parts_of

FILED, HELD = "output.quantity.filed", "output.quantity.held"
REACHED = {
    FILED: Actual(Decimal(18)),
    "benefit.social.rate": Actual(Decimal(24)),
    "execution.budget.rate": Actual(Decimal(100)),
}


def parts(scheme: Scheme = SMALL, remarks: dict[str, Remark] | None = None, **changed: Actual) -> ScoreParts:
    actuals = REACHED | {FILED: changed.get("filed", REACHED[FILED])}
    scored = score_scheme(scheme, "整体", actuals, Said({}, {}, remarks or {}))
    return parts_of(scored, lambda code: figure(code, "18", unit="场"))


def test_an_item_is_told_with_its_groups_and_what_it_came_to() -> None:
    first, held, social = parts(remarks={FILED: Remark("天气原因。", "下半年补办")}).rows or ()
    assert first == ScoreRow(
        "产出", "数量", "备案", "≥24场", "18场", Decimal(40), Decimal(30), "天气原因；下半年补办。"
    )
    assert (held.actual, held.score) == (None, None)
    assert (social.level1, social.level2, social.reason) == ("效益", "社会", "")


def test_a_reason_that_is_owed_and_not_given_is_a_gap() -> None:
    first, *_ = parts().rows or ()
    assert first.reason is None


def test_the_item_of_the_execution_stands_apart() -> None:
    found = parts()
    assert found.execution is not None
    assert (found.execution.title, found.execution.score) == ("执行率", Decimal(10))
    assert "执行率" not in [row.title for row in found.rows or ()]


def test_what_a_figure_gives_is_that_figure() -> None:
    first, *_ = parts(filed=Actual(Decimal(18), figure="plates.charter")).rows or ()
    assert first.actual == figure("plates.charter", "18", unit="场")


def test_the_targets_name_where_they_come_from() -> None:
    targets = parts(with_item(FILED, title=item().title)).targets or ()
    assert [each.title for each in targets] == ["备案", "场次", "社会", "执行率"]
    assert targets[0].points == Decimal(40)
