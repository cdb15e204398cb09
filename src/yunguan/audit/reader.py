"""What a reader of a document format is, and what it says when a file cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yunguan.core.reading import Reading


class Unreadable(ValueError):  # noqa: N818 - a file that cannot be read is what it is
    """The file was refused or could not be read; the message says in Chinese why, and what to do."""


@dataclass(frozen=True)
class Reader:
    """A format: its name, how its bytes are recognised, and how they become a Reading (name of the file, bytes)."""

    kind: str
    recognises: Callable[[bytes], bool]
    read: Callable[[str, bytes], Reading]
