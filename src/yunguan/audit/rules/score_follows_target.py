"""指标得分按完成程度计算: full at the target, in proportion below it, in the tables of self-evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.told import Told, told_scores
from yunguan.audit.shortage import lower_is_better, missed_target
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.tables.scores import Scored, scored_rows
from yunguan.core.finding import Conflict, Doubt, Finding, Hint

_WHOLE_POINT: Final = Decimal("0.5")
_FEWEST: Final = 4
_AT_LEAST: Final = {"", "≥", ">", "不低于", "不少于"}
_TARGET = re.compile(r"(?:目标|指标)值?(?:为|是|应)?(?:≥|>|不低于)?$")
_ACTUAL = re.compile(r"(?:实际|完成)(?:完成|达到)?值?(?:为|是|达到?)?$")


@rule(
    "指标得分与完成程度相符",
    why="定量指标达到指标值的得满分，没有达到的按完成值与指标值的比例计分（财预〔2020〕10号第十五条）。",
    compares="自评表中同一行（正文中同一项）的指标值、实际完成值、分值和得分，单位相同时才核对。",
    silent="指标值或完成值是文字的、单位不同的，不核对；按档计分的办法文中可能没有写，比例不符只提示。",
    caught=(
        "某局项目支出绩效自评报告\n| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |\n"
        "| 维修渠道 | ≥200公里 | 150公里 | 20 | 20 |  |\n| 验收合格率 | ≥95% | 98% | 10 | 10 |  |\n"
    ),
    passed=(
        "某局项目支出绩效自评报告\n| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |\n"
        "| 维修渠道 | ≥200公里 | 150公里 | 20 | 15 | 雨季停工 |\n| 验收合格率 | ≥95% | 98% | 10 | 10 |  |\n"
    ),
    remedy="核对完成值和得分，按评分办法改正；另有评分办法的，在报告里写明。",
)
def score_follows_target(document: Document) -> Iterator[Verdict]:
    """A numeric indicator wins its points at the target and in proportion below it; a deduction has its reason."""
    verdicts = [verdict for each in document.once(scored_rows) for verdict in _judged(document, each)]
    failed = [each for each in verdicts if isinstance(each, Finding)]
    if len(failed) >= _FEWEST and len(failed) * 2 > len(verdicts):
        message = f"表中{len(failed)}个指标的得分都与完成程度对不上，评分办法多半不同，没有判定"
        yield Doubt(message=message, places=failed[0].places)
    else:
        yield from verdicts
    for told in document.once(told_scores):
        yield from _in_text(document, told)


def _judged(document: Document, each: Scored) -> Iterator[Verdict]:
    due = each.due
    if due is None or each.target is None or each.actual is None:
        return
    facts = (each.score, each.points, each.target, each.actual)
    name = each.row.name or each.row.quote[:20]
    said = f"“{name}”指标值{each.target.quantity.text}、完成{each.actual.quantity.text}"
    slack = max(each.score.step, _WHOLE_POINT if each.score.step == 1 else each.score.step)
    shown = {"expected": printed(round(due, 2)), "stated": each.score.quantity.text}
    unrounded = each.full and not each.reached and due < each.points.value - each.finest / 2
    unrounded = unrounded or (each.full and not each.reached and _told_missed(document, each))
    if abs(each.score.value - due) <= slack and not unrounded:
        yield relation(facts)
    elif not each.reached and each.full:
        message = (
            f"{said}，没有达到却得满分{each.score.quantity.text}；只有评分办法不按完成程度计分时才成立，请核对或写明。"
        )
        yield finding(Conflict, facts, message, **shown)
    elif each.reached and each.score.value < due:
        if not each.reason and each.reason is not None and each.target.quantity.bound:
            message = f"{said}，已经达到却只得{each.score.quantity.text}分，没有写扣分原因，请补写。"
            yield finding(Hint, facts, message, **shown)
    elif each.score.value <= each.points.value:
        message = (
            f"{said}，按比例应得{shown['expected']}分，写的是{each.score.quantity.text}；可能按档计分，请核对评分办法。"
        )
        yield finding(Hint, facts, message, **shown)


def _in_text(document: Document, told: Told) -> Iterator[Verdict]:
    """指标值 95 %，实际完成值 88.4 %，分值 10 分，得 10 分: the only target and the only actual value of its words."""
    start, end = told.around
    near = [fact for fact in document.facts if fact.block is told.points.block]
    near = [fact for fact in near if start <= fact.quantity.start < end and fact.quantity.is_rate]
    targets = [fact for fact in near if _TARGET.search(fact.lead) and fact.quantity.bound in _AT_LEAST]
    actuals = [fact for fact in near if _ACTUAL.search(fact.lead) and not fact.quantity.bound]
    if len(targets) != 1 or len(actuals) != 1 or not told.full or lower_is_better(told.text):
        return
    facts = (told.score, told.points, targets[0], actuals[0])
    due = told.points.value * actuals[0].value / targets[0].value if targets[0].value else told.points.value
    if due >= told.points.value - told.score.step / 2:
        yield relation(facts)
        return
    said = f"“{told.name}”目标{targets[0].quantity.text}、实际{actuals[0].quantity.text}"
    message = (
        f"{said}，没有达到却得满分{told.score.quantity.text}；只有评分办法不按完成程度计分时才成立，请核对或写明。"
    )
    yield finding(Conflict, facts, message, expected=printed(round(due, 2)), stated=told.score.quantity.text)


def _told_missed(document: Document, each: Scored) -> bool:
    """True where a sentence with the same target and actual value says that the target was missed."""
    told = (text for text in document.once(texts_of) if _states(text, each.target) and _states(text, each.actual))
    return any(missed_target(text.sentence) for text in told)


def _states(text: TextFacts, cell: Fact | None) -> bool:
    told = ((fact.value, fact.family) for fact in text.facts)
    return cell is not None and (cell.value, cell.family) in told
