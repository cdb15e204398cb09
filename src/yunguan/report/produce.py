"""From a period to the written bundle: the figures that the outline needs, computed, told and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from yunguan.core.figure import Figure
from yunguan.core.period import Kind, Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.score_figures import score_figure
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.selectors import centre, section_names
from yunguan.report.assemble import CoverFacts, Key, assemble
from yunguan.report.attach import attach
from yunguan.report.bundle import Bundle, write_bundle
from yunguan.report.document import Document
from yunguan.report.form_source import FigureShelf, facts_of
from yunguan.report.forms.fill import fill_all
from yunguan.report.forms.filled import FilledForm
from yunguan.report.forms.shelf import forms
from yunguan.report.outline import Outline, outline_folder, read_outline, required

DEFAULT_OUTLINE = "hunan_2023"
FORMS = "绩效评价附表"
MORE_FORMS = "绩效目标和监控表"


@dataclass(frozen=True)
class Told:
    """A report put together: the document and the figures that it was told from."""

    document: Document
    figures: Mapping[Key, Figure]


@dataclass(frozen=True)
class ToldForms:
    """The forms that are attached to the report, the other forms of its year, and the figures in them."""

    attachments: tuple[FilledForm, ...] = ()
    more: tuple[FilledForm, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)


def tell(period: Period, *, dated: date | None, outline: str = DEFAULT_OUTLINE, scope: Scope = EVERYTHING) -> Told:
    """Put the report of a period together from the figures as they stand."""
    plan = read_outline(outline_folder(outline))
    known = figures_for(plan, period, scope)
    return Told(assemble(plan, known, CoverFacts(centre().name, period, dated)), known)


def produce(
    period: Period,
    out: Path,
    *,
    dated: date | None,
    created: datetime,
    own_fonts: Path | None = None,
    own_forms: Path | None = None,
    with_forms: bool = True,
) -> Bundle:
    """Tell the report and write its bundle to a folder; ``with_forms`` prints its forms behind the text too."""
    told = tell(period, dated=dated)
    document, known, filled = told.document, dict(told.figures), told_forms(period, own_forms)
    if with_forms:
        document = attach(document, filled.attachments)
        known = {(code, None): each for code, each in filled.figures.items()} | known
    return write_bundle(
        document,
        known,
        out,
        created=created.replace(microsecond=0),
        own_fonts=own_fonts,
        workbooks={FORMS: filled.attachments, MORE_FORMS: filled.more},
    )


def told_forms(period: Period, own: Path | None = None, scope: Scope = EVERYTHING) -> ToldForms:
    """Fill the forms of a year; a part of a year has none. ``own`` is the centre's folder of forms."""
    if period.kind is not Kind.YEAR:
        return ToldForms()
    shelf = FigureShelf(period.first.year, scope)
    facts, declared = facts_of(shelf), list(forms(own))
    attached = [form for form in declared if form.annex]
    rest = [form for form in declared if not form.annex]
    return ToldForms(fill_all(attached, facts), fill_all(rest, facts), shelf.found)


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
