"""What a child says to its parent, and what is said of a file that wants too much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Hello:
    """The first message of a child: what it could not limit."""

    missing: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What came of one file: `value`, or the reason why there is none; `memory` is what the child holds now.

    `seconds` is the processor time that the file took, the limit where it took all of it.
    """

    value: Any
    refusal: str | None
    memory: int
    seconds: float


def too_large(name: str) -> str:
    """The reason where a file asked for more memory than there is for one."""
    return f"“{name}”需要的内存超过上限，拒绝读取；请拆成几个文件，或去掉图片等大件后再提供"
