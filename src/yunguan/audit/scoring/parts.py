"""Scores told side by side that make up one: the indicators under a numbered heading, or all of one paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from yunguan.audit.facts import Fact
from yunguan.audit.identity import DocumentKind
from yunguan.audit.outline import numbering_level
from yunguan.audit.prose import paragraphs
from yunguan.audit.rule import Document
from yunguan.audit.scoring.told import LEAST_WHOLE, Told, is_points, is_whole_score, told_scores
from yunguan.audit.scoring.totals import total_scores

_UNNUMBERED: Final = 9
_FEWEST: Final = 2
_WHOLE: Final = Decimal(100)
_OF_ONE: Final = {DocumentKind.PROJECT, DocumentKind.EVALUATION}
_CLASSES: Final = tuple(re.compile(words) for words in ("决策|投入", "过程|管理", "产出", "效益|效果"))


@dataclass(frozen=True)
class Parts:
    """Indicators that make up one whole: its `score`, and its `points` with the number that states them, if any does.

    `near` is false where the score stands elsewhere in the document than beside or above the parts.
    """

    parts: tuple[Told, ...]
    score: Fact
    whole: Decimal
    points: Fact | None = None
    near: bool = True

    @property
    def added_points(self) -> Decimal:
        return sum((part.points.value for part in self.parts), Decimal(0))

    @property
    def added_score(self) -> Decimal:
        return sum((part.score.value for part in self.parts), Decimal(0))

    @property
    def step(self) -> Decimal:
        """One unit of the finest last digit of the scores."""
        return min(self.score.step, *(part.score.step for part in self.parts))


@dataclass
class _Line:
    """A paragraph with what it tells; `above` is the numbered line over it."""

    level: int
    told: list[Told]
    above: _Line | None
    taken: bool = field(default=False)


def parts_told(document: Document) -> Iterator[Parts]:
    """The groups of indicators whose text gives their whole, above, beside, or as the document's only total."""
    groups: dict[int, dict[tuple[int, int], list[Told]]] = defaultdict(lambda: defaultdict(list))
    owners: dict[int, _Line] = {}
    for number, line in enumerate(_lines(document)):
        inner = _inner(line.told)
        if inner:
            yield _under(line.told[0], inner)
        told = line.told[:1] if inner else line.told
        if told and line.above is not None:
            owners[id(line.above)] = line.above
        groups[id(line.above)][line.level, number if len(told) > 1 else 0] += told
    for owner, found in groups.items():
        yield from _of_group(document, owners.get(owner), found)


def _lines(document: Document) -> Iterator[_Line]:
    """The paragraphs in order; a numbered title that tells nothing takes the one score of the paragraph below it."""
    told: dict[str, list[Told]] = defaultdict(list)
    for each in document.once(told_scores):
        told[each.points.block.where].append(each)
    lines: list[_Line] = []
    stack: list[_Line] = []
    for block in paragraphs(document.reading):
        level = numbering_level(block.text) or block.level or _UNNUMBERED
        here = told.get(block.where, [])
        if level == _UNNUMBERED and stack and len(here) == 1 and not stack[-1].told and not stack[-1].taken:
            stack[-1].told.extend(here)
            continue
        stack = [line for line in stack if line.level < level]
        line = _Line(level, list(here), stack[-1] if stack else None)
        lines.append(line)
        if level != _UNNUMBERED:
            stack.append(line)
        elif stack:
            stack[-1].taken |= bool(here)
    yield from lines


def _inner(told: list[Told]) -> list[Told]:
    """Those that the first indicator of a paragraph is made up of: 过程 25 分，得 21 分，其中…"""
    rest = told[1:]
    made_up = len(rest) >= _FEWEST and sum((each.points.value for each in rest), Decimal(0)) == told[0].points.value
    return rest if made_up else []


def _of_group(document: Document, owner: _Line | None, found: dict[tuple[int, int], list[Told]]) -> Iterator[Parts]:
    """The highest level under a line that tells its own score; else every group that claims to be all."""
    found = {key: told for key, told in found.items() if len(told) >= _FEWEST}
    if owner is not None and owner.told:
        if found and len(owner.told) == 1:
            yield _under(owner.told[0], found[min(found)])
        return
    for told in found.values():
        parts = _of_total(document, told)
        if parts is not None:
            yield parts


def _under(whole: Told, parts: list[Told]) -> Parts:
    return Parts(tuple(parts), whole.score, whole.points.value, whole.points)


def _of_total(document: Document, told: list[Told]) -> Parts | None:
    """Indicators that claim to be all, with the total told beside them or the only one of the document."""
    blocks = {each.points.block.where for each in told}
    wholes = [each for each in told if each.points.value >= LEAST_WHOLE]
    parts = tuple(each for each in told if each.points.value < LEAST_WHOLE)
    beside = [fact for fact in document.facts if fact.block.where in blocks and is_whole_score(fact)]
    beside = [each.score for each in wholes] or beside
    stated = [each.points for each in wholes] or [
        fact for fact in document.facts if fact.block.where in blocks and fact.value >= LEAST_WHOLE and is_points(fact)
    ]
    near = len({fact.value for fact in beside}) == 1
    totals = beside or (list(document.once(total_scores)) if document.identity.kind in _OF_ONE else [])
    if len({fact.value for fact in totals}) != 1 or len(parts) < _FEWEST:
        return None
    whole = stated[0].value if stated else _WHOLE
    added = sum((each.points.value for each in parts), Decimal(0))
    if added == whole or stated or _are_classes(parts):
        return Parts(parts, totals[0], whole, stated[0] if stated else None, near)
    return None


def _are_classes(parts: tuple[Told, ...]) -> bool:
    """True for 决策, 过程, 产出 and 效益, which are all there is (财预〔2020〕10号)."""
    names = [each.name for each in parts]
    return len(names) == len(_CLASSES) and all(any(words.search(name) for name in names) for words in _CLASSES)
