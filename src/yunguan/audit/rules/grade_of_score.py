"""等级与得分相符: 优, 良, 中, 差 against the score that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.bands import USUAL, band_of, bands_told
from yunguan.audit.sums.find import texts_of
from yunguan.core.finding import Conflict, Contradiction

_SCORE = re.compile(r"(?:得分|总分|评分|评价得|自评得|综合得|分数)(?:值|数)?(?:为|是|达到?|共)*$")
_OF_PART = re.compile(r"平均|决策|过程|投入|产出|效益|效果|满意|执行|管理|指标|扣|其中")
_NAMED = r"(?:等级|等次|级别|评级|评定|评价结[果论]|结[果论]|档次|定级)"
_MARKED = r"[“\"‘']?(?P<grade>优|良|中|差)(?:秀|好|等)?[”\"’']?"
_ENDS = r"(?=[，,。；;、（()]|等?级|等次|$|\s)"
_GRADED = rf"(?:{_NAMED}[^，,。；;\d]{{0,6}}(?:为|是|属于?|[:：])?|评为?|定为|属于?|[，,]\s*为)\s*{_MARKED}{_ENDS}"
_GRADE, _NEXT_SENTENCE = re.compile(_GRADED), re.compile(rf"\s*(?:绩效|综合|评价|自评|最终|总体|其)*{_GRADED}")
_IN_BRACKET = re.compile(rf"\s*[(（]\s*(?:等级|等次)?(?:为|[:：])?\s*{_MARKED}\s*[)）]")
_BEFORE = re.compile(
    rf"{_NAMED}(?:为|是|[:：])?\s*{_MARKED}[，,]\s*(?:综合|评价|自评|最终|总体?)*(?:得分|总分|评分)(?:为|是)?$"
)
_OPENS_BANDS, _BAND_BEHIND = re.compile(r"标准|划分|分为"), re.compile(r"\s*[（(：:]\s*[≥>]?\d")
_SEVERAL = re.compile(r"\d\s*个")
_LEAST_BARE: Final = Decimal(50)
_WHOLE: Final = Decimal(100)


@rule(
    "等级与得分相符",
    why="绩效评价结果按得分分档，90分以上为优，80分以上为良，60分以上为中，60分以下为差（财预〔2020〕10号）。",
    compares="得分与紧挨着写的“优、良、中、差”，按文中写明的分档，没有写明的按通行分档。",
    silent="文中写的分档读不出来、满分不是100分、没有写等级的，不核对。",
    caught="项目综合得分 88.5 分，评价等级为“优”。",
    passed="项目综合得分 88.5 分，评价等级为“良”。",
    remedy="核对得分和分档标准，把等级改成与得分相符；本地另有分档的，在报告里写明。",
)
def grade_of_score(document: Document) -> Iterator[Verdict]:
    """The grade beside a score is that of its band: of those that the report prints, else of the usual ones."""
    graded = [(score, *found) for text in document.once(texts_of) for score in text.facts if (found := _graded(score))]
    bands = bands_told(document) if graded else None
    if bands is None:
        return
    chosen = bands if len(bands) > 1 else USUAL | bands
    for score, grade, at in graded:
        band = band_of(score.value, chosen)
        edge = any(abs(score.value - least) < score.step for least in chosen.values())
        if band == grade:
            yield relation((score,))
        elif band is not None and not edge:
            yield _wrong(score, (grade, band, at), printed=bool(bands))


def _graded(score: Fact) -> tuple[str, int] | None:
    """The grade told right behind or before this score, with the place where the words end."""
    text, (start, end) = flat(score.block.text), score.sentence
    if not _is_total(score):
        return None
    before = _BEFORE.search(text[start : score.quantity.start])
    if before is not None and not _SEVERAL.search(text[start : score.quantity.start]):
        return before["grade"], score.quantity.end
    match = _IN_BRACKET.match(text, score.quantity.end) or _GRADE.search(text, score.quantity.end, end)
    match = match or _NEXT_SENTENCE.match(text, end)
    if match is None or _of_others(text[score.quantity.end : match.start()]) or _is_of_bands(match):
        return None
    return match["grade"], match.end()


def _is_total(score: Fact) -> bool:
    """True for the score of a whole: of 100 at most, not that of a class of indicators and no mean."""
    unit, value = score.quantity.unit, score.value
    in_points = unit == "分" or (not unit and value >= _LEAST_BARE)
    named = _SCORE.search(score.lead) and not _OF_PART.search(score.lead)
    return in_points and value <= _WHOLE and not score.quantity.bound and bool(named)


def _of_others(between: str) -> bool:
    return bool(re.search(r"\d\s*分|\d\s*个", between))


def _is_of_bands(match: re.Match[str]) -> bool:
    """True where the words open the bands, 等级标准：优（90 分以上）, and grade nothing."""
    behind = "为" not in match[0] and _BAND_BEHIND.match(match.string, match.end())
    return bool(_OPENS_BANDS.search(match[0]) or behind)


def _wrong(score: Fact, said: tuple[str, str, int], *, printed: bool) -> Verdict:
    grade, band, at = said
    text = score.block.text
    words = text[score.sentence[0] if at == score.quantity.end else score.quantity.start : at].strip()
    message = f"“{words}”不符：{score.quantity.text}应为“{band}”，写的是“{grade}”"
    shown = {"stated": grade, "expected": band}
    if printed:
        return finding(Contradiction, (score,), f"{message}；{CANNOT}。", **shown)
    return finding(
        Conflict, (score,), f"{message}；只有本地另有分档标准时才能同时成立，文中没有写明，请核对或写明。", **shown
    )
