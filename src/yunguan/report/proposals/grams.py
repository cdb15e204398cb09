"""How alike two wordings are, by the pairs of characters that they share; a rare pair tells more than a common one."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_SAME = (
    (re.compile(r"网络预约出租(?:汽?车)?"), "网约车"),
    (re.compile(r"出租汽车"), "出租车"),
    (re.compile(r"巡游车"), "巡游出租车"),
)


def grams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters within words; a word of one character is itself."""
    found: set[str] = set()
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    for word in _WORDS.findall(text):
        found.update(word[i : i + 2] for i in range(len(word) - 1))
        if len(word) == 1:
            found.add(word)
    return frozenset(found)


@dataclass(frozen=True)
class Weights:
    """What a pair of characters tells, from how many of the known texts have it."""

    known: dict[str, int]
    texts: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> Weights:
        """The weights over these texts."""
        sets = [grams(text) for text in texts]
        return cls(Counter(gram for each in sets for gram in each), len(sets))

    def total(self, found: Iterable[str]) -> float:
        return sum(math.log(1 + self.texts / (1 + self.known.get(gram, 0))) for gram in found)

    def covered(self, wanted: frozenset[str], *within: tuple[float, frozenset[str]]) -> float:
        """The share of the wanted pairs that stand in one of the sets, each set with what it is worth."""
        whole = self.total(wanted)
        if not whole:
            return 0.0
        return (
            sum(self.total((gram,)) * max((w for w, each in within if gram in each), default=0.0) for gram in wanted)
            / whole
        )

    def shared(self, left: frozenset[str], right: frozenset[str]) -> float:
        """What both have of what either has, from 0 to 1."""
        whole = self.total(left | right)
        return self.total(left & right) / whole if whole else 0.0
