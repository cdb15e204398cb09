"""From a period to the written bundle: the figures that the outline needs, computed, told and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from yunguan.core.figure import Figure
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.score_figures import score_figure
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.selectors import centre, section_names
from yunguan.report.assemble import CoverFacts, Key, assemble
from yunguan.report.bundle import Bundle, write_bundle
from yunguan.report.document import Document
from yunguan.report.outline import Outline, outline_folder, read_outline, required

DEFAULT_OUTLINE = "hunan_2023"


@dataclass(frozen=True)
class Told:
    """A report put together: the document and the figures that it was told from."""

    document: Document
    figures: Mapping[Key, Figure]


def tell(period: Period, *, dated: date | None, outline: str = DEFAULT_OUTLINE, scope: Scope = EVERYTHING) -> Told:
    """Put the report of a period together from the figures as they stand."""
    plan = read_outline(outline_folder(outline))
    known = figures_for(plan, period, scope)
    return Told(assemble(plan, known, CoverFacts(centre().name, period, dated)), known)


def produce(
    period: Period, out: Path, *, dated: date | None, created: datetime, own_fonts: Path | None = None
) -> Bundle:
    """Tell the report and write its bundle to a folder."""
    told = tell(period, dated=dated)
    return write_bundle(told.document, told.figures, out, created=created.replace(microsecond=0), own_fonts=own_fonts)


def figures_for(plan: Outline, period: Period, scope: Scope = EVERYTHING) -> dict[Key, Figure]:
    """Every figure that an outline names, as of its pinned day or the period's end, with its section by name."""
    wanted: dict[date | None, list[str]] = {}
    for indicator, pinned in required(plan):
        if indicator in catalogue():
            wanted.setdefault(pinned, []).append(indicator)
    names = section_names()
    found: dict[Key, Figure] = {}
    for pinned, ids in wanted.items():
        computed = figures(question_of(period, as_of=pinned, scope=scope), ids, scope=scope)
        found |= {(each.id, pinned): each for each in computed.values()}
    found |= {(name, None): told for name, told in _scores(plan, period, scope)}
    return {key: replace(each, section=names.get(each.section, "")) for key, each in found.items()}


def _scores(plan: Outline, period: Period, scope: Scope) -> Iterator[tuple[str, Figure]]:
    """The scores that the outline states."""
    for name, pinned in required(plan):
        told = score_figure(name, period, scope) if pinned is None else None
        if told is not None:
            yield name, told
