"""What a sentence says of period and area before each of its numbers, looked for once for all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass
from functools import cached_property

_SENTENCE = re.compile(
    r"(?:[^。！？!?（(]++|[（(][^（）()\n]{1,120}[)）]|[（(])+[。！？!?]*"
)  # a full stop in brackets ends none
_PERIOD = re.compile(
    r"(?:截[止至]\s*|至\s*)?(?:(?:19|20)?\d{2}\s*年\s*(?:度|末|底|初)?\s*(?:\d{1,2}\s*月\s*(?:份|底|末)?)?(?:\d{1,2}\s*日)?"
    r"|\d{1,2}\s*月\s*(?:份|底|末|(?:\d{1,2}\s*日))?|[上下]半年|[一二三四]季度|去年|上年|今年|本年|全年|近年)(?:以来|为止)?"
)
_AREA = re.compile(
    r"全市|全县|全省|市城区|城区|各县市区|(?:[\u4e00-\u9fff]{2,3}(?:市|县|区)(?!局|级|直|委|场|人|政|安|统))"
)
_NOT_AREA = re.compile(r"[^\u4e00-\u9fff]|本市|我市|该市|省市|各市|参与|上报")


@dataclass(frozen=True)
class Said:
    """A sentence of a block's text; what it says of period and area is looked for once for all of its numbers."""

    text: str
    start: int
    end: int

    def period(self, stop: int) -> str | None:
        """The last period named before this place."""
        found = _before(_PERIOD, self.text, self._periods, stop)
        return found.strip() if found is not None else None

    def area(self, stop: int) -> str | None:
        """The last area named before this place."""
        found = _before(_AREA, self.text, self._areas, stop)
        return found.lstrip("前而在对与和及的由") if found is not None else None

    @cached_property
    def _periods(self) -> list[re.Match[str]]:
        return list(_PERIOD.finditer(self.text, self.start, self.end))

    @cached_property
    def _areas(self) -> list[re.Match[str]]:
        return list(_AREA.finditer(self.text, self.start, self.end))


def sentences_in(text: str) -> deque[Said]:
    """The sentences of a block; all of it where it has none."""
    spans = [match.span() for match in _SENTENCE.finditer(text)] or [(0, len(text))]
    return deque(Said(text, *span) for span in spans)


def _before(pattern: re.Pattern[str], text: str, matches: list[re.Match[str]], stop: int) -> str | None:
    """The last of these words that stands before this place; one that reaches over it is looked for anew."""
    at = bisect_right(matches, stop, key=lambda match: match.end())
    over = matches[at].start() if at < len(matches) else stop
    cut = pattern.finditer(text, over, stop) if over < stop else ()
    return next((each[0] for each in reversed([*cut]) if _counts(pattern, each[0])), None) or next(
        (match[0] for match in reversed(matches[:at]) if _counts(pattern, match[0])), None
    )


def _counts(pattern: re.Pattern[str], words: str) -> bool:
    return pattern is not _AREA or not _NOT_AREA.search(words)
