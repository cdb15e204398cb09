"""The proposed figures as columns of the list of facts, each head saying that a person must confirm it."""

from __future__ import annotations

from collections.abc import Sequence

from yunguan.audit.telling.told import Told
from yunguan.audit.telling.workbook import Column
from yunguan.report.proposals.propose import MOST, Proposal


def columns(facts: Sequence[Told], proposed: Sequence[tuple[Proposal, ...]]) -> tuple[Column, ...]:
    """The id and the reasons of each of the proposals."""
    of = {id(fact): likely for fact, likely in zip(facts, proposed, strict=True)}
    return tuple(column for place in range(MOST) for column in _pair(of, place))


def _pair(of: dict[int, tuple[Proposal, ...]], place: int) -> tuple[Column, Column]:
    def proposal(fact: Told) -> Proposal | None:
        likely = of.get(id(fact), ())
        return likely[place] if place < len(likely) else None

    def code(fact: Told) -> str:
        found = proposal(fact)
        return found.indicator.id if found else ""

    def why(fact: Told) -> str:
        found = proposal(fact)
        return f"{found.indicator.title}（{found.score:.2f}）：{'；'.join(found.reasons)}" if found else ""

    return Column(f"建议指标{place + 1}（须人工确认）", 30, code), Column(f"建议{place + 1}的依据", 44, why)
