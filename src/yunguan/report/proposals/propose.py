"""Proposing figures for facts: by words, unit, area, role and section, with the reasons; never more than a proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from yunguan.audit.facts import Role
from yunguan.audit.telling.told import ROLES, Told
from yunguan.indicators.indicator import Indicator
from yunguan.report.proposals.grams import Weights, grams
from yunguan.report.proposals.profile import Profile, profiles
from yunguan.report.proposals.units import SAME, fit

MOST: Final = 3
LEAST: Final = 0.38
_TITLE, _SUBJECT, _CLAUSE, _HEADING = 0.45, 0.2, 0.25, 0.1
_OTHER_UNIT, _OTHER_AREA, _OTHER_ROLE = 0.07, 0.08, 0.25
_TELLING: Final = 0.5
_ROLE_WORDS: Final = {Role.BUDGET: "预算", Role.ADJUSTED: "全年预算", Role.ADDED: "追加", Role.EXECUTED: "执行实际支出"}
_PLANNED: Final = ("预算", "追加")


@dataclass(frozen=True)
class Proposal:
    """A figure that a fact may be, how likely (0 to 1), and why."""

    indicator: Indicator
    score: float
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.indicator.id,
            "title": self.indicator.title,
            "unit": self.indicator.unit,
            "score": f"{self.score:.2f}",
            "reasons": list(self.reasons),
            "status": "建议",
        }

    def __str__(self) -> str:
        return f"{self.indicator.id}（{self.indicator.title}，{self.score:.2f}：{'；'.join(self.reasons)}）"


@dataclass(frozen=True)
class _Wording:
    """A fact by the pairs of characters of what it says."""

    subject: frozenset[str]
    clause: frozenset[str]
    topic: frozenset[str]
    headings: frozenset[str]


def proposals(facts: Sequence[Told]) -> list[tuple[Proposal, ...]]:
    """Up to three figures for each fact, the likeliest first; none where nothing is like it."""
    known, weights = profiles()
    return [_for(fact, known, weights) for fact in facts]


def _for(fact: Told, known: Sequence[Profile], weights: Weights) -> tuple[Proposal, ...]:
    wording = _wording(fact)
    scored = (
        _scored(fact, wording, profile, weights) for profile in known if fit(fact.quantity, profile.indicator.unit)
    )
    likely = sorted((each for each in scored if each.score >= LEAST), key=lambda each: -each.score)
    return tuple(likely[:MOST])


def _wording(fact: Told) -> _Wording:
    role = _ROLE_WORDS.get(fact.role, ROLES[fact.role])
    subject = grams(f"{fact.subject}，{role}")
    path = fact.fact.block.path
    return _Wording(subject, subject | grams(fact.quote), grams(fact.topic), grams("，".join((*path[-2:], fact.topic))))


def _scored(fact: Told, said: _Wording, profile: Profile, weights: Weights) -> Proposal:
    """A weighted mean of likenesses, less what speaks against it."""
    title = weights.covered(profile.title, (1.0, said.subject), (0.8, said.clause), (0.6, said.topic | said.headings))
    told = frozenset().union(*profile.clauses)
    subject = weights.covered(said.subject, (1.0, profile.title), (0.8, told), (0.4, profile.headings))
    clause = max((weights.shared(said.subject, each) for each in profile.clauses), default=title * _TELLING)
    heading = weights.covered(profile.headings, (1.0, said.headings)) if profile.headings else title * _TELLING
    score = _TITLE * title + _SUBJECT * subject + _CLAUSE * clause + _HEADING * heading
    return Proposal(
        profile.indicator,
        round(max(0.0, score - _against(fact, profile)), 2),
        tuple(_reasons(fact, said, profile, clause, heading)),
    )


def _against(fact: Told, profile: Profile) -> float:
    """What speaks against it: another counter, another area, a budget where spending is meant."""
    unit = _OTHER_UNIT if fit(fact.quantity, profile.indicator.unit) < SAME else 0.0
    area = _OTHER_AREA if _area(fact.area) != _area(profile.area) else 0.0
    planned = any(word in profile.indicator.title for word in _PLANNED)
    spoken = fact.role in {Role.BUDGET, Role.ADJUSTED, Role.ADDED}
    return unit + area + (_OTHER_ROLE if fact.quantity.is_money and planned != spoken else 0.0)


def _area(name: str | None) -> str:
    return "" if name in {None, "", "全市", "本单位"} else str(name)


def _reasons(fact: Told, said: _Wording, profile: Profile, clause: float, heading: float) -> Iterator[str]:
    words = _words(profile.indicator.title, said.subject | said.clause | said.topic)
    if words:
        yield f"用词“{'”“'.join(words)}”相同"
    same = fact.quantity.unit == profile.indicator.unit
    yield f"单位同为{profile.indicator.unit}" if same else f"单位“{fact.quantity.unit}”可对应“{profile.indicator.unit}”"
    if profile.clauses and clause >= _TELLING:
        yield "与报告提纲中的句子相近"
    if profile.heading and heading >= _TELLING:
        yield f"章节与“{profile.heading}”相近"
    if profile.area and _area(fact.area) == _area(profile.area):
        yield f"区域同为{profile.area}"


def _words(title: str, said: frozenset[str]) -> list[str]:
    """The runs of the title's characters that the fact also has."""
    runs: list[str] = []
    going = False
    for index in range(len(title) - 1):
        pair = title[index : index + 2]
        if pair not in said:
            going = False
            continue
        runs = [*runs[:-1], runs[-1] + pair[1]] if going else [*runs, pair]
        going = True
    return runs
