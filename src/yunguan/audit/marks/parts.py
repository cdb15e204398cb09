"""The parts of an office file that comments touch: kept parsed, related to each other, given their types."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from lxml import etree

from yunguan.audit.readers.zipped import Package, relations_of

R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE: Final = R.strip("{}")
_CONTENT_TYPES: Final = "[Content_Types].xml"


class Parts:
    """Parts by path; those that were asked for to be changed are in `changed`."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.changed: dict[str, etree._Element] = {}

    def get(self, path: str) -> etree._Element | None:
        """A part to read, as changed so far."""
        return self.changed[path] if path in self.changed else self.package.part(path)

    def change(self, path: str) -> etree._Element | None:
        """A part to change, None where there is none."""
        part = self.get(path)
        if part is not None:
            self.changed[path] = part
        return part

    def related(self, path: str, kind: str) -> str:
        """The part of this kind that the part refers to, "" where there is none."""
        relations = self.get(relations_of(path))
        for each in relations if relations is not None else ():
            if each.get("Type") == f"{_OFFICE}/{kind}":
                return _resolved(path, each.get("Target", ""))
        return ""

    def relate(self, path: str, kind: str, target: str) -> str:
        """Let the part refer to another; the id of the relationship."""
        where = relations_of(path)
        relations = self.change(where)
        if relations is None:
            relations = etree.Element(
                f"{_RELATIONS}Relationships",
                nsmap={None: _RELATIONS.strip("{}")},  # type: ignore[dict-item]
            )
            self.changed[where] = relations
        taken = {each.get("Id") for each in relations}
        number = next(name for name in (f"rIdReview{i}" for i in range(len(taken) + 1)) if name not in taken)
        relation = etree.SubElement(relations, f"{_RELATIONS}Relationship")
        target = posixpath.relpath(target, posixpath.dirname(path))
        for name, value in (("Id", number), ("Type", f"{_OFFICE}/{kind}"), ("Target", target)):
            relation.set(name, value)
        return number

    def add(self, paths: Iterable[str], root: etree._Element, content_type: str, *, default: str = "") -> str:
        """A new part at the first free path, with its type; `default` is an extension that all such parts have."""
        taken = {*self.package.archive.namelist(), *self.changed}
        path = next(path for path in paths if path not in taken)
        self.changed[path] = root
        types = self.change(_CONTENT_TYPES)
        assert types is not None  # noqa: S101 - a package without it is refused
        if not default:
            _typed(types, "Override", ("PartName", f"/{path}"), content_type)
        elif not any(each.get("Extension", "").lower() == default for each in types):
            _typed(types, "Default", ("Extension", default), content_type)
        return path

    def target(self, path: str, number: str) -> str:
        """The part that this relationship of the part leads to, "" where there is none."""
        relations = self.get(relations_of(path))
        found = (each for each in relations if each.get("Id") == number) if relations is not None else iter(())
        relation = next(found, None)
        return _resolved(path, relation.get("Target", "")) if relation is not None else ""


def numbered(pattern: str, first: int = 1) -> Iterator[str]:
    """The paths of this pattern, counted on."""
    return (pattern.format(number) for number in count(first))


def _typed(types: etree._Element, tag: str, key: tuple[str, str], content_type: str) -> None:
    """An Override stands behind the Defaults, a Default before them."""
    entry = etree.Element(f"{_TYPES}{tag}")
    entry.set(*key)
    entry.set("ContentType", content_type)
    types.insert(0 if tag == "Default" else len(types), entry)


def _resolved(path: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{posixpath.dirname(path)}/{target}")
