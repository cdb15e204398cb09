"""准驾车型: the classes of driving licence that schools, coaches and vehicles teach (GA/T 16.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem

CLASSES = ("A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3", "C4", "C5", "C6", "D", "E", "F", "M", "N", "P")
HEAVY = frozenset({"A1", "A2", "A3", "B1", "B2"})
"""Large passenger vehicles, tractors and lorries: few schools may teach them."""


def classes_of(text: str) -> list[str]:
    """The classes that a cell names, in the order written: “A2、B2” or “A2B2”; strange words are kept as they are."""
    words = re.split(r"[\s、，,；;/+]+", text.strip().upper())
    return [one for word in words if word for one in _apart(word)]


def teaches_heavy(text: str) -> bool:
    """Whether a large vehicle is among the classes."""
    return not HEAVY.isdisjoint(classes_of(text))


def class_problems(record: Any, column: str) -> Iterator[Problem]:
    """Words in a column that are no class of licence."""
    strange = [word for word in classes_of(getattr(record, column) or "") if word not in CLASSES]
    if strange:
        text = f"准驾车型“{'、'.join(strange)}”不在代码表中，请填写 A1 至 P 的代码，多个用顿号分开。"
        yield Problem(column, text)


def _apart(word: str) -> list[str]:
    """Classes written without anything between them."""
    found = re.findall(r"[A-Z]\d?", word)
    return found if "".join(found) == word else [word]
