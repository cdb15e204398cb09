"""The comments part of a Word file: continued where there is one, else begun with its type and its relationship."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import Final

from lxml import etree

from yunguan.audit.marks.marker import AUTHOR
from yunguan.audit.marks.parts import SPACE, Parts, numbered
from yunguan.audit.readers.docx.names import W

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """The comments of one file, written into its parts."""

    def __init__(self, parts: Parts) -> None:
        known = _known(parts)
        self.root = known if known is not None else _begun(parts)
        numbers = [each.get(f"{W}id", "") for each in self.root.iter(f"{W}comment")]
        self.next = max((int(number) for number in numbers if number.lstrip("-").isdigit()), default=-1) + 1

    def add(self, lines: tuple[str, ...], written: datetime) -> int:
        """A comment with these lines; the number that its marks must bear. Word keeps the time of the wall."""
        number, self.next = self.next, self.next + 1
        comment = etree.SubElement(self.root, f"{W}comment")
        told = {"id": str(number), "author": AUTHOR, "date": f"{written:%Y-%m-%dT%H:%M:%SZ}", "initials": "核对"}
        for name, value in told.items():
            comment.set(f"{W}{name}", value)
        for line in lines:
            run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
            text = etree.SubElement(run, f"{W}t")
            text.text = line
            text.set(SPACE, "preserve")
        return number


def _known(parts: Parts) -> etree._Element | None:
    """The part that the document already refers to, None where there is none."""
    path = parts.related(parts.package.main, "comments")
    return parts.change(path) if path else None


def _begun(parts: Parts) -> etree._Element:
    root = etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")})
    paths = chain(("word/comments.xml",), numbered("word/comments{}.xml", 2))
    parts.relate(parts.package.main, "comments", parts.add(paths, root, _TYPE))
    return root
