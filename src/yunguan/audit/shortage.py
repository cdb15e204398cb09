"""The words that say that something was not fulfilled."""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"(?<![无不])(?<!没有)(?:未完成|未达到|未达标|未能完成|没有完成|没有达到|尚未完成|未开展|未实施|部分完成|未全部完成|未按期|未及时完成)"
)
_NOT_SHORT = re.compile(r"无未|没有未|不存在|如有|若|未达标(?:率|数)|未完成(?:率|数|项)|上年|以前年度")


def shortage(text: str) -> str:
    """The words of a text that say that something was not fulfilled, "" where there are none.

    What was short last year, or would be if, is not short.
    """
    found = _SHORT.search(text)
    return "" if found is None or _NOT_SHORT.search(text) else found[0]
