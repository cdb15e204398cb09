"""Names that may be one and the same: compared without what every name has, never merged by the house itself."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import ceil

COMMON = ("有限责任公司", "股份有限公司", "有限公司", "责任公司", "公司", "集团", "（个体工商户）", "(个体工商户)")
ALIKE = 0.8
"""Share of two-character pieces that two names must have in common."""
LEAST = 3
"""A core shorter than this says too little."""


def core_of(name: str) -> str:
    """A name in forms of one width, without spaces, signs and the words that every company bears."""
    text = unicodedata.normalize("NFKC", name)
    for word in COMMON:
        text = text.replace(unicodedata.normalize("NFKC", word), "")
    return "".join(sign for sign in text if sign.isalnum())


def alike(names: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, float]]:
    """Pairs of keys whose names are alike, with how much (1 is the same core); each pair once, smaller key first.

    Two sets that share so much share one of their rarest pieces: only those are compared.
    """
    cores = {key: core_of(name) for key, name in names}
    pieces = {key: _pieces(core) for key, core in cores.items() if len(core) >= LEAST}
    often = Counter(piece for own in pieces.values() for piece in own)
    holders: dict[str, list[int]] = defaultdict(list)
    for key in sorted(pieces):
        rarest = sorted(pieces[key], key=lambda piece: (often[piece], piece))
        rarest = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
        for other in sorted({other for piece in rarest for other in holders[piece]}):
            likeness = len(pieces[key] & pieces[other]) / len(pieces[key] | pieces[other])
            if likeness >= ALIKE:
                yield other, key, likeness
        for piece in rarest:
            holders[piece].append(key)


def _pieces(core: str) -> frozenset[str]:
    return frozenset(core[place : place + 2] for place in range(len(core) - 1))
