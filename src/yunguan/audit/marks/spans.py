"""Where a quote stands in a text, whatever blanks, breaks and marks of emphasis the reading dropped or joined."""

from __future__ import annotations

import re
from typing import Final

_SKIPPED: Final = re.compile(r"[\s\u00ad\u200b\u2060\ufeff*#|]+")

Span = tuple[int, int]


def span_of(quote: str, text: str, start: int = 0) -> Span | None:
    """The first and the last-but-one place of the quote in the text at or after `start`, None where it is not there."""
    kept = [index for index, char in enumerate(text) if index >= start and not _SKIPPED.match(char)]
    bare = "".join(text[index] for index in kept)
    sought = _SKIPPED.sub("", quote)
    at = bare.find(sought) if sought else -1
    return (kept[at], kept[at + len(sought) - 1] + 1) if at >= 0 else None


def all_of(text: str) -> Span | None:
    """The span of the text without the blanks around it, None where there is nothing else."""
    bare = text.strip()
    start = text.find(bare)
    return (start, start + len(bare)) if bare else None
