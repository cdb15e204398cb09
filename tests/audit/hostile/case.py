"""What a hostile case is: a file made anew for each run, and whether it must be refused or may be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

READ: Final = ""


@dataclass(frozen=True)
class Case:
    """`make` writes the file into a folder; `reason` is what the refusal must say, READ where the file is only odd.

    `either` marks a file that may be read or refused, as the reader's library can bear it; never more than that.
    """

    name: str
    make: Callable[[Path], Path]
    reason: str
    either: bool = False


def holding(
    name: str, data: bytes | Callable[[], bytes], reason: str, *, suffix: str = "", either: bool = False
) -> Case:
    """A case whose file holds these bytes, made only when they are needed."""

    def make(folder: Path) -> Path:
        path = folder / f"{name}{suffix}"
        path.write_bytes(data() if callable(data) else data)
        return path

    return Case(name, make, reason, either)
