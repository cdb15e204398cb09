"""What a marker is: it writes notes into a copy of a file of its format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from yunguan.audit.marks.note import Note
from yunguan.core.catalogue import Catalogue, load
from yunguan.core.reading import Reading

AUTHOR: Final = "运管核对"


class Unmarkable(ValueError):  # noqa: N818 - a file that cannot be marked is what it is
    """No marked copy can be written; the message says why in Chinese."""


@dataclass(frozen=True)
class Original:
    """The file that is marked: its name, its bytes, and what was read in it."""

    name: str
    data: bytes
    reading: Reading


@dataclass(frozen=True)
class Marked:
    """The bytes of a marked copy, and how many notes found no words of their own and stand at the beginning."""

    data: bytes
    misplaced: int = 0


@dataclass(frozen=True)
class Marker:
    """A format: `kind` is the reading's, `mark` writes the notes, dated, into a copy; it raises Unmarkable."""

    kind: str
    mark: Callable[[Original, Sequence[Note], datetime], Marked]


@cache
def markers() -> Catalogue[Marker]:
    """The formats that can be marked, found in the folder `forms`."""
    return load("yunguan.audit.marks.forms", Marker, lambda marker: marker.kind)
