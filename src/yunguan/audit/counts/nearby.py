"""The counts near a rate: in its sentence, in the bracket behind it, in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from yunguan.audit.counts.comparison import alike
from yunguan.audit.facts import Fact
from yunguan.audit.prose import since
from yunguan.audit.rates import Rate

FEWEST = 2
Sentence = tuple[Fact, ...]


@dataclass(frozen=True)
class Sentences:
    """The facts of a document sentence by sentence, found again by a fact or by the counts that a rate asks for."""

    by_place: dict[tuple[int, int], Sentence]
    asked: dict[str, tuple[Sentence, ...]] = field(default_factory=dict)

    @staticmethod
    def of(facts: Iterable[Fact]) -> Sentences:
        return Sentences({key: tuple(group) for key, group in groupby(facts, key=sentence_of)})

    def own(self, stated: Fact) -> Sentence:
        return self.by_place.get(sentence_of(stated), ())

    def with_counts(self, rate: Rate) -> tuple[Sentence, ...]:
        """The sentences that state both a part and a whole of this rate."""
        key = f"{rate.part.pattern}/{rate.whole.pattern}"
        if key not in self.asked:
            held = (group for group in self.by_place.values() if rate.parts(list(group)) and rate.wholes(list(group)))
            self.asked[key] = tuple(held)
        return self.asked[key]


def sentence_of(fact: Fact) -> tuple[int, int]:
    """The sentence of a fact, by its block and where it begins."""
    return id(fact.block), fact.sentence[0]


def clause_of(stated: Fact) -> str:
    """The words from the last semicolon, full stop or comma but one to a little behind the rate."""
    text = stated.block.text
    end = stated.quantity.end
    return since(text, "；;。，,", stated.sentence[0], stated.quantity.start) + text[end : end + 8]


def bracketed(stated: Fact, own: tuple[Fact, ...]) -> list[Fact]:
    """The counts of a bracket that opens right behind the rate, where it holds the whole and the part."""
    text = stated.block.text
    opened = re.match(r"\s*[（(]", text[stated.quantity.end :])
    if opened is None:
        return []
    start = stated.quantity.end + opened.end()
    end = next((i for i in range(start, len(text)) if text[i] in "）)"), len(text))
    inside = [fact for fact in own if start <= fact.quantity.start < end and not fact.quantity.is_rate]
    return inside if len(inside) >= FEWEST else []


def counts_things(fact: Fact) -> bool:
    """True for a count, which a rate before it may rest on; sessions and years are none."""
    return not fact.quantity.is_rate and fact.quantity.unit not in {"", "场", "期", "次"}


def after(stated: Fact, own: tuple[Fact, ...]) -> list[Fact]:
    """The counts behind a rate that opens its sentence, up to the next semicolon."""
    text = stated.block.text
    end = next((i for i in range(stated.quantity.end, len(text)) if text[i] in "。；;"), len(text))
    return [fact for fact in own if stated.quantity.end <= fact.quantity.start < end and not fact.quantity.is_rate]


def in_bracket_behind(stated: Fact, fact: Fact) -> bool:
    """True for a count in the bracket that opens right behind the rate: 到位率 95%（应到位 20 万元）."""
    between = stated.block.text[stated.quantity.end : fact.quantity.start] if fact.block is stated.block else ""
    return bool(re.match(r"\s*[（(][^（）()，,。；;]*$", between)) and fact.quantity.start > stated.quantity.end


def clause_start(stated: Fact) -> int:
    """Where the semicolon before the rate stands; the counts behind it go before those in front of it."""
    text = stated.block.text
    return max(text.rfind("；", 0, stated.quantity.start), text.rfind(";", 0, stated.quantity.start))


def two_behind(stated: Fact, counted: list[Fact]) -> list[Fact]:
    """Two counts right behind the rate, the whole and the part: 办结率 90 %（受理 20 件，办结 18 件）."""
    text = stated.block.text
    end = next((i for i in range(stated.quantity.end, len(text)) if text[i] in "。；;"), len(text))
    behind = [fact for fact in counted if stated.quantity.end <= fact.quantity.start < end]
    if len(behind) != FEWEST or not alike(*behind):
        return []
    return sorted(behind, key=lambda fact: -fact.value)
