"""The comments part of a Word file: continued where there is one, else begun with its type and its relationship."""

from __future__ import annotations

import posixpath
from datetime import datetime

from lxml import etree

from yunguan.audit.marks.forms.docx.names import (
    COMMENTS_RELATION,
    COMMENTS_TYPE,
    CONTENT_TYPES,
    RELATIONSHIPS,
    XML_SPACE,
    W,
)
from yunguan.audit.marks.marker import AUTHOR
from yunguan.audit.readers.zipped import Package, relations_of

_PART = "word/comments.xml"
_TYPES = "[Content_Types].xml"


class Comments:
    """The comments of one file; `parts` are the parts that change with them."""

    def __init__(self, package: Package) -> None:
        self.parts: dict[str, etree._Element] = {}
        self.path = self._known(package) or self._begun(package)
        self.root = self.parts[self.path]
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
            text.set(XML_SPACE, "preserve")
        return number

    def _known(self, package: Package) -> str:
        """The part that the document already refers to, "" where there is none."""
        relations = package.part(relations_of(package.main))
        for each in relations if relations is not None else ():
            if each.get("Type") == COMMENTS_RELATION:
                target = each.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"word/{target}")
                found = package.part(path)
                if found is not None:
                    self.parts[path] = found
                    return path
        return ""

    def _begun(self, package: Package) -> str:
        path = next(path for path in _free() if path not in package.archive.namelist())
        self.parts[path] = etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")})
        types = package.part(_TYPES)
        assert types is not None  # noqa: S101 - a package without it is refused
        override = etree.SubElement(types, f"{CONTENT_TYPES}Override")
        override.set("PartName", f"/{path}")
        override.set("ContentType", COMMENTS_TYPE)
        relations = package.part(relations_of(package.main))
        if relations is None:
            relations = etree.Element(f"{RELATIONSHIPS}Relationships", nsmap={None: RELATIONSHIPS.strip("{}")})  # type: ignore[dict-item]
        taken = {each.get("Id") for each in relations}
        relation = etree.SubElement(relations, f"{RELATIONSHIPS}Relationship")
        relation.set("Id", next(name for name in (f"rIdReview{i}" for i in range(len(taken) + 1)) if name not in taken))
        relation.set("Type", COMMENTS_RELATION)
        relation.set("Target", posixpath.relpath(path, "word"))
        self.parts |= {_TYPES: types, relations_of(package.main): relations}
        return path


def _free() -> list[str]:
    return [_PART, *(f"word/comments{number}.xml" for number in range(2, 1000))]
