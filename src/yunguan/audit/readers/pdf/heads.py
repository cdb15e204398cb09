"""Running heads, feet and page numbers: what stands at the edge of page after page belongs to none of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from yunguan.audit.joining import PAGE_NUMBER, TABLE_LINE, is_running
from yunguan.audit.readers.pdf.page import Item, Page, Placed

_MARGIN: Final = 0.12
_INCH: Final = 72.0
_LONGEST: Final = 50
_NEAR: Final = 4.0
_OUTERMOST: Final = 3
_BARE = re.compile(r"[·•.\s]*(\d{1,4})[·•.\s]*")
_NUMBER = re.compile(
    rf"(?:{PAGE_NUMBER.pattern})|[·•.]\s*\d{{1,4}}\s*[·•.]|\d{{1,4}}\s*/\s*\d{{1,4}}|[Pp]age\s*\d+(?:\s*of\s*\d+)?"
    r"|[Pp]\.?\s*\d{1,4}|共\s*\d{1,4}\s*页\s*[,，]?\s*第\s*\d{1,4}\s*页"
)


def without_heads(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages without what repeats at their edges."""
    seen = Counter(key for page in pages for key in {_key(item, page) for item in _edges(page)})
    repeated = {key for key, count in seen.items() if count > 1 and count * 3 >= len(pages)}
    for page in pages:
        dropped = {id(item) for item in _edges(page) if _key(item, page) in repeated or _is_number(item, page)}
        yield replace(page, items=tuple(item for item in page.items if id(item) not in dropped))


def _is_number(item: Placed, page: Page) -> bool:
    """True for a page number; a bare one stands at the foot or in the middle, where no rest of a cell does."""
    if _NUMBER.fullmatch(item.line.text):
        return True
    middle = abs((item.line.left - item.left) - (item.right - item.line.right)) < 2 * item.line.size
    return bool(_BARE.fullmatch(item.line.text)) and (middle or item.line.middle > page.height / 2)


def _edges(page: Page) -> Iterator[Placed]:
    """The outermost lines of the page within its margins."""
    lines = sorted((item for item in page.items if isinstance(item, Placed)), key=lambda item: item.line.middle)
    for item in (*lines[:_OUTERMOST], *lines[_OUTERMOST:][-_OUTERMOST:]):
        text = item.line.text
        short = len(text) <= _LONGEST and not is_running(text) and not TABLE_LINE.match(text)
        if short and _in_margin(item, page.height) and _outside(item, page):
            yield item


def _in_margin(item: Placed, height: float) -> bool:
    margin = min(max(_MARGIN * height, _INCH), height / 4)
    return not margin < item.line.middle < height - margin


def _outside(item: Placed, page: Page) -> bool:
    """True where all tables lie on the other side of the line."""
    above = item.line.middle < page.height / 2
    tables: list[Item] = [each for each in page.items if not isinstance(each, Placed)]
    return not any(
        (each.top < item.line.middle) if above else (each.bottom > item.line.middle)
        for each in tables
        if not isinstance(each, Placed)
    )


def _key(item: Placed, page: Page) -> tuple[str, int]:
    """The same words, digits aside, at the same height; a bare number by how far it is from that of its page.

    A page number is as far on other pages; the rest of a cell that a page's end cut is not.
    """
    bare = _BARE.fullmatch(item.line.text)
    words = f"#{int(bare[1]) - page.number}" if bare else re.sub(r"\d+", "#", item.line.text)
    return words, round(item.line.middle / _NEAR)
