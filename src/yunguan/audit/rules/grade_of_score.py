"""等级与得分相符: 优, 良, 中, 差 against the score that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.core.finding import Conflict, Contradiction

# 财预〔2020〕10号第十八条: 优 from 90, 良 from 80, 中 from 60, 差 below; a report that prints other bands is not judged
_BANDS: Final = (("优", Decimal(90)), ("良", Decimal(80)), ("中", Decimal(60)), ("差", Decimal(0)))
_SCORE = re.compile(r"(?:得分|总分|评分|评价得|自评得|综合得|分数)(?:值|数)?(?:为|是|达到?|共)*$")
_OF_PART = re.compile(r"决策|过程|投入|产出|效益|效果|满意|执行|管理|指标|扣|其中")
_GRADE = re.compile(
    r"(?:等级|级别|评级|评定|评价结[果论]|结[果论]|档次|定级)[^，,。；;\d]{0,6}(?:为|是|属于?|[:：])?\s*[“\"‘']?(?P<grade>优|良|中|差)(?:秀|好|等)?[”\"’']?"
    r"(?=[，,。；;、（(]|级|$|\s)"
)
_PRINTED = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<grade>优|良|中|差)秀?好?[”\"’']?[^。；;，,、\d]{0,6}(?P<from>\d{2,3})(?=\s*(?:分|[(（—–~～至-]|以上))"
)
_WHOLE: Final = Decimal(100)


@rule(
    "等级与得分相符",
    why="绩效评价结果按得分分档，90分以上为优，80分以上为良，60分以上为中，60分以下为差（财预〔2020〕10号）。",
    compares="同一句里的得分与紧接着写的“优、良、中、差”。",
    silent="文中写了另外的分档、满分不是100分、没有写等级的，不核对。",
    caught="项目综合得分 88.5 分，评价等级为“优”。",
    passed="项目综合得分 88.5 分，评价等级为“良”。",
    remedy="核对得分和分档标准，把等级改成与得分相符；本地另有分档的，在报告里写明。",
)
def grade_of_score(document: Document) -> Iterator[Verdict]:
    """The grade beside a score is that of its band, unless the report prints bands of its own."""
    graded = [(score, *found) for text in document.once(texts_of) for score in text.facts if (found := _graded(score))]
    printed = _printed(document) if graded else {}
    if any(printed[grade] != band for grade, band in _BANDS if grade in printed):
        return
    for score, grade, at in graded:
        band = next(name for name, least in _BANDS if score.value >= least)
        edge = any(abs(score.value - least) < score.step for _, least in _BANDS)
        if band == grade:
            yield relation((score,))
        elif not edge:
            yield _wrong(score, (grade, band, at), printed=bool(printed))


def _graded(score: Fact) -> tuple[str, int] | None:
    """The grade told right behind this score, with its place."""
    if score.quantity.unit != "分" or score.value > _WHOLE or score.quantity.bound:
        return None
    if not _SCORE.search(score.lead) or _OF_PART.search(score.lead):
        return None
    text = flat(score.block.text)
    match = _GRADE.search(text, score.quantity.end, score.sentence[1])
    if match is None or re.search(r"\d\s*分", text[score.quantity.end : match.start()]):
        return None
    return match["grade"], match.end()


def _printed(document: Document) -> dict[str, Decimal]:
    """The least score of each grade, as far as the report prints it."""
    found: dict[str, Decimal] = {}
    for block in paragraphs(document.reading):
        for match in _PRINTED.finditer(flat(block.text)):
            found.setdefault(match["grade"], Decimal(match["from"]))
    found.pop("差", None)
    return found


def _wrong(score: Fact, said: tuple[str, str, int], *, printed: bool) -> Verdict:
    grade, band, at = said
    words = score.block.text[score.quantity.start : at]
    message = f"“{words}”不符：{score.quantity.text}应为“{band}”，写的是“{grade}”"
    shown = {"stated": grade, "expected": band}
    if printed:
        return finding(Contradiction, (score,), f"{message}；{CANNOT}。", **shown)
    return finding(
        Conflict, (score,), f"{message}；只有本地另有分档标准时才能同时成立，文中没有写明，请核对或写明。", **shown
    )
