"""The proposals as section returns to check and import: a draft, which only a person fills out and signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from yunguan.audit.printing import printed
from yunguan.audit.telling.told import Told
from yunguan.indicators.return_form import SHEET, whose, write_form
from yunguan.report.proposals.propose import Proposal
from yunguan.report.proposals.units import converted

_WIDTHS: Final = (44, 34, 10, 14, 14, 30, 60, 30)
_LONGEST: Final = 160
_EVERY: Final = "year"

Line = tuple[str, ...]


def write_drafts(
    folder: Path, file: str, facts: Sequence[Told], proposed: Sequence[tuple[Proposal, ...]]
) -> Iterator[Path]:
    """A draft a section of what the likeliest proposals say of the year that most of the facts are about.

    Nothing that lies in the folder is overwritten.
    """
    years = Counter(fact.period.last.year for fact in facts if fact.period.last is not None)
    if not years:
        return
    year = years.most_common(1)[0][0]
    folder.mkdir(parents=True, exist_ok=True)
    best = _best(year, facts, proposed)
    for section in sorted({proposal.indicator.section for _, proposal in best}):
        lines = [_line(file, fact, each) for fact, each in best if each.indicator.section == section]
        yield _written(folder, section, year, sorted(lines))


def _best(year: int, facts: Sequence[Told], proposed: Sequence[tuple[Proposal, ...]]) -> list[tuple[Told, Proposal]]:
    """Each figure once, with the fact that is most like it; only figures that are owed for the year."""
    found: dict[str, tuple[Told, Proposal]] = {}
    for fact, likely in zip(facts, proposed, strict=True):
        last = fact.period.last
        if not likely or last is None or last.year != year or likely[0].indicator.every != _EVERY:
            continue
        known = found.get(likely[0].indicator.id)
        if known is None or known[1].score < likely[0].score:
            found[likely[0].indicator.id] = fact, likely[0]
    return list(found.values())


def _line(file: str, fact: Told, proposal: Proposal) -> Line:
    last = fact.period.last or date.min
    about = "原文是约数，" if fact.quantity.approximate else ""
    quote = fact.quote[:_LONGEST]
    return (
        proposal.indicator.id,
        proposal.indicator.title,
        proposal.indicator.unit,
        printed(converted(fact.quantity, proposal.indicator.unit)),
        last.isoformat(),
        f"{file}，{fact.fact.place.where}"[:_LONGEST],
        f"建议（{proposal.score:.2f}），{about}须核对：“{quote}”",
        "",
    )


def _written(folder: Path, section: str, year: int, lines: Iterable[Line]) -> Path:
    path = next(path for path in _names(folder, section) if not path.exists())
    title = f"{year}年指标报送表（建议稿，核对后由填报人、签发人署名）"
    write_form(path, title, whose(section, str(year)), lines, _WIDTHS)
    return path


def _names(folder: Path, section: str) -> Iterator[Path]:
    yield folder / f"{SHEET}-{section}.xlsx"
    yield from (folder / f"{SHEET}-{section}({number}).xlsx" for number in range(2, 1000))
