"""The grades of a score and from how many points each is given: the usual ones, and those that a report prints."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document
from yunguan.core.reading import BlockKind

Bands = dict[str, Decimal]

USUAL: Final = {"优": Decimal(90), "良": Decimal(80), "中": Decimal(60), "差": Decimal(0)}  # 财预〔2020〕10号第十八条
_NUMBER = r"(?P<from>\d{2,3}(?:\.\d+)?)分?(?:\(含\))?"
_TO = r"(?:[-—–~～至到]+(?P<to>\d{2,3}(?:\.\d+)?)分?)"
_GRADE = r"(?P<grade>优|良|中|差)(?:秀|好|等)?"
_FIRST = rf"(?:(?<![\u4e00-\u9fff])|(?<=[为是])(?=[^\d,;。]{{1,3}}[\"(:])){_GRADE}\"?[^。;,、\d]{{0,8}}?"
_PRINTED = (
    re.compile(rf"{_FIRST}(?:≥|>=|不低于){_NUMBER}"),
    re.compile(rf"{_FIRST}(?<![<\d.]){_NUMBER}(?:{_TO}|[(≤<]|及?以上)"),
    re.compile(
        rf"(?<![\d.]){_NUMBER}(?:{_TO}(?:\(不?含\))?|(?:及|\(含\))*以上)(?:的|之间|者)*,?(?:评?定?为|是|属于)\"?{_GRADE}"
    ),
)
_SPEAKS_OF_BANDS = re.compile(r"优[^。]{0,40}\d{2}[^。]{0,40}良|\d{2}[^。]{0,20}优[^。]{0,40}\d{2}[^。]{0,20}良")
_GRADE_CELL = re.compile(r"(?:优秀?|良好?|中等?|差)")
_FEWEST: Final = 2


def bands_told(document: Document) -> Bands | None:
    """The least score of each grade, as far as the report prints it; None where it prints what cannot be read.

    Numbers are points; a grade that the report gives two different numbers leaves all unread.
    """
    found: Bands = {}
    texts = [_plain(block.text) for block in paragraphs(document.reading)]
    for grade, least in (pair for text in texts for pair in _in_text(text)):
        if found.setdefault(grade, least) != least:
            return None
    found.pop("差", None)
    unread = any(_SPEAKS_OF_BANDS.search(text) for text in texts) or _in_cells(document)
    return found if len(found) >= _FEWEST or not unread else None


def band_of(value: Decimal, bands: Bands) -> str | None:
    """The grade of a score by these bands, None where they do not reach down to it."""
    fitting = [grade for grade, least in bands.items() if value >= least]
    if fitting:
        return max(fitting, key=lambda grade: bands[grade])
    return "差" if "中" in bands else None


def _in_text(text: str) -> list[tuple[str, Decimal]]:
    found: list[tuple[str, Decimal]] = []
    for match in (match for pattern in _PRINTED for match in pattern.finditer(text)):
        ends = [end for end in (match["from"], match.groupdict().get("to")) if end]
        found.append((match["grade"], min(Decimal(end) for end in ends)))
    return found


def _in_cells(document: Document) -> bool:
    """True where a table lists grades, whose points are then told there."""
    cells = {unspaced(block.text) for block in document.reading.blocks if block.kind is BlockKind.CELL}
    return sum(_GRADE_CELL.fullmatch(cell) is not None for cell in cells) > 1


def _plain(text: str) -> str:
    plain = unspaced(flat(text)).translate(str.maketrans("，；“”‘’【】＜＞", ',;""""()<>'))
    return plain.replace("'", '"')
