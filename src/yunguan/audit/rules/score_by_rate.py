"""按比率计分的得分相符: a score reckoned by a stated rate, 得分＝预算执行率×10 分, is that rate of its points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.identity import DocumentKind
from yunguan.audit.printing import printed
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.rates import EXECUTION, Formula, formula_of, rate_named
from yunguan.audit.scoring.told import Told, told_scores
from yunguan.core.finding import Conflict, Contradiction

_ALL: Final = Decimal(100)
_MILD: Final = Decimal(90)
_DEDUCTS = re.compile(r"扣|不得分|上限|最高|下限")
_OWN_WAY = re.compile(r"以上|以下|≥|≤|>|<|达到|不低于|不超过|之间|区间|分档|标准|每|酌情|调整|剔除")
_BY_RATE: Final = {DocumentKind.PROJECT, DocumentKind.DEPARTMENT}


@rule(
    "按比率计分的得分相符",
    why="评分标准写明“得分＝预算执行率×分值”的，得分就是两者之积；自评中预算执行率按比例计分（财预〔2020〕10号所附自评表）。",
    compares="正文一项指标的得分，与评分标准里的比率（这一段写的，或全文唯一的值）和分值；执行率不足100%而得满分的。",
    silent="文中比率有几个不同的值、写了扣分或上限的，不核对；执行率指标另写了评分标准的，得满分也不核对。",
    caught="预算执行率为92.00%。\n\n预算执行率分值10分，评分标准为“得分＝预算执行率×10分”，得9.6分。",
    passed="预算执行率为92.00%。\n\n预算执行率分值10分，评分标准为“得分＝预算执行率×10分”，得9.2分。",
    remedy="按评分标准重新计算得分，改正得分或执行率。",
)
def score_by_rate(document: Document) -> Iterator[Verdict]:
    """A score is the rate times the points where the text says so; execution below 100 % does not win all points."""
    told = document.once(told_scores)
    finest = min((each.score.step for each in told), default=_ALL)
    for each in told:
        formula = formula_of(each)
        if formula is not None:
            yield from _by_formula(document, each, formula, finest)
        elif each.name.removesuffix("指标").endswith(EXECUTION) and each.full:
            yield from _of_execution(document, each, finest)


def _by_formula(document: Document, each: Told, formula: Formula, finest: Decimal) -> Iterator[Verdict]:
    rate = rate_named(document, formula.rate, each)
    if rate is None or _deducts(each):
        return
    due = min(rate.value, _ALL) * formula.points / _ALL
    step = finest if each.full else each.score.step
    if abs(each.score.value - due) <= step + rate.step * formula.points / _ALL:
        yield relation((each.score, rate))
        return
    product = f"{rate.quantity.text}×{printed(formula.points)}分＝{printed(round(due, 2))}分"
    message = f"“{each.name}”按{formula.rate}计分，{product}，写的是{each.score.quantity.text}；{CANNOT}。"
    shown = {"expected": printed(round(due, 2)), "stated": each.score.quantity.text}
    yield finding(Contradiction, (each.score, rate), message, **shown)


def _of_execution(document: Document, each: Told, finest: Decimal) -> Iterator[Verdict]:
    """All points for execution below 100 %, where no rounding of the scores explains it."""
    rate = rate_named(document, EXECUTION, each)
    if rate is None or rate.value >= _ALL or _OWN_WAY.search(flat(each.points.block.text)):
        return
    due = rate.value * each.points.value / _ALL
    if due >= each.points.value - finest / 2 or (document.identity.kind not in _BY_RATE and rate.value >= _MILD):
        return
    message = (
        f"“{each.name}”只有{rate.quantity.text}，却得满分{each.score.quantity.text}；"
        "只有评分办法不按执行率计分时才能同时成立，请核对或写明评分标准。"
    )
    facts: tuple[Fact, ...] = (each.score, each.points, rate)
    shown = {"expected": printed(round(due, 2)), "stated": each.score.quantity.text}
    yield finding(Conflict, facts, message, **shown)


def _deducts(each: Told) -> bool:
    return bool(_DEDUCTS.search(flat(each.points.block.text)))
