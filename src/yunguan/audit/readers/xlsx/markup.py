"""The XML of a part as events: no tree is built, so that a part costs no more memory than what is kept of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from yunguan.audit.reader import Unreadable
from yunguan.audit.readers.zipped import Package

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONE: Final = re.compile("[\ud800-\udfff]")


@dataclass
class Events:
    """What is told of a part: its elements by local name, with the text between begin and end of each."""

    begin: Callable[[str, dict[str, str]], None]
    end: Callable[[str, str], None]
    _text: list[str] = field(default_factory=list)

    def text(self, data: str) -> None:
        self._text.append(data)

    def taken(self) -> str:
        """The text since the last element began or ended."""
        text = "".join(self._text)
        self._text.clear()
        return text


def follow(package: Package, path: str, events: Events) -> None:
    """Tell of every element of this part; raises Unreadable when it is not clean XML or beyond the limits."""
    parser = expat.ParserCreate()
    names: dict[str, str] = {}

    def local(name: str) -> str:
        return names.get(name) or names.setdefault(name, name.rpartition(":")[2])

    def begin(name: str, attributes: dict[str, str]) -> None:
        events.taken()
        events.begin(local(name), attributes)

    def refuse(*_: object) -> None:
        raise package.foreign()

    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: events.end(local(name), events.taken())
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for chunk in package.chunks(path):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise package.broken() from error


def said(text: str) -> str:
    """The text that Excel means: its escapes _x000D_ resolved, the halves of broken pairs replaced."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = _LONE.sub("\ufffd", text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
