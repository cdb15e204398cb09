"""What the books' tests ask: which columns a row, unsaved as it is, complains about."""

from __future__ import annotations

from typing import Any

from yunguan.registers.book import book


def complains_about(register: str, **values: Any) -> list[str]:
    """The columns that the row says are to be put right, in the order said."""
    return [problem.field for problem in book(register).model(**values).problems()]
