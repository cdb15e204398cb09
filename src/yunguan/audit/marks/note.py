"""Notes: what is written beside each place of a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from yunguan.audit.wording import SEVERITIES
from yunguan.core.finding import Finding, Place, Severity

_MOST_PLACES: Final = {Severity.ERROR: 12, Severity.WARNING: 12, Severity.HINT: 3}
_LONGEST_QUOTE: Final = 80


@dataclass(frozen=True)
class Note:
    """One note: the block it belongs to (its own place, without the headings), the words there, and what is said.

    `number` counts the findings from 1; `title` is the finding's place with its headings.
    """

    number: int
    title: str
    where: str
    quote: str
    severity: Severity
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def notes_of(findings: Iterable[Finding], names: Mapping[str, str]) -> Iterator[Note]:
    """The notes of all findings, one with many places at the first of them; `names` are the rules' Chinese names."""
    for number, finding in enumerate(findings, start=1):
        places = tuple(dict.fromkeys(finding.places))
        marked = places[: _MOST_PLACES[finding.severity]]
        for index, place in enumerate(marked):
            lines = (*_lines(finding, places, (index, len(marked))), f"规则：{names.get(finding.rule, finding.rule)}")
            yield Note(number, place.where, place.own, place.quote, finding.severity, lines)


def _lines(finding: Finding, places: tuple[Place, ...], count: tuple[int, int]) -> Iterator[str]:
    index, marked = count
    number = f"（{index + 1}/{marked}）" if marked > 1 else ""
    yield f"【{SEVERITIES[finding.severity]}】{number}{finding.message}"
    numbers = (("应为", finding.expected), ("所写", finding.stated), ("相差", finding.difference))
    if any(value for _, value in numbers):
        yield "；".join(f"{name}：{value}" for name, value in numbers if value)
    for other in (place for place in places[:marked] if place is not places[index]):
        yield f"另一处：{other.where}：“{_short(other.quote)}”"
    if len(places) > marked:
        yield f"另有 {len(places) - marked} 处相同的问题没有逐处标注，见核对清单。"


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}……"
