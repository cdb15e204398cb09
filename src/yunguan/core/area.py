"""Area: an administrative division (GB/T 2260) or a named group of divisions, read from data."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files

_SUFFIXES = "县市区"


class Kind(StrEnum):
    """Whether GB/T 2260 knows the division, or only the statistics do."""

    LEGAL = "legal"
    STATISTICAL = "statistical"


class UnknownArea(ValueError):  # noqa: N818 - an unknown area is what it is
    """No division or group answers to this code or name."""


@dataclass(frozen=True)
class Area:
    """One division; `parent` is the code of the city, None for the city itself."""

    code: str
    name: str
    parent: str | None
    kind: Kind
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class AreaGroup:
    """Divisions counted together under one name; `effective_from` None means from the beginning."""

    code: str
    name: str
    members: frozenset[str]
    effective_from: date | None = None
    note: str = ""
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class Areas:
    """All divisions and groups; a group may have several versions, the later replaces the earlier."""

    divisions: tuple[Area, ...]
    groups: tuple[AreaGroup, ...] = ()

    def __post_init__(self) -> None:
        for complaint in self._complaints():
            raise ValueError(complaint)

    def get(self, code: str, on: date | None = None) -> Area | AreaGroup:
        """The division or group; of a group the version in force `on` that day, else the newest."""
        for area in self.divisions:
            if area.code == code:
                return area
        versions = [group for group in self.groups if group.code == code and _in_force(group, on)]
        if versions:
            return max(versions, key=_start)
        raise UnknownArea(f"没有区划代码“{code}”，请从区划表中选择；确有新区划时请先在区划表中增加")

    def by_name(self, name: str) -> Area | AreaGroup:
        """The one that bears the name in full, else the only one whose short form it is."""
        found = {each.code for each in self if name == each.name or name in each.also_called}
        found = found or {each.code for each in self if name and name == _short(each.name)}
        if len(found) == 1:
            return self.get(found.pop())
        if found:
            full = "、".join(sorted(self.name(code) for code in found))
            raise UnknownArea(f"“{name}”可以指{full}，请写全称")
        raise UnknownArea(f"没有名为“{name}”的区划，请写区划表中的名称，如“耒阳市”“市城区”")

    def members(self, code: str, on: date | None = None) -> frozenset[str]:
        """Every six-digit code that counts towards this one; a city counts itself and all below it."""
        area = self.get(code, on)
        if isinstance(area, AreaGroup):
            return area.members
        return frozenset({code}) | {each.code for each in self.divisions if each.parent == code}

    def name(self, code: str) -> str:
        return self.get(code).name

    def __iter__(self) -> Iterator[Area | AreaGroup]:
        yield from self.divisions
        yield from self.groups

    def _complaints(self) -> Iterator[str]:
        known = {area.code for area in self.divisions}
        counted = Counter((each.code, getattr(each, "effective_from", None)) for each in self)
        yield from (f"区划表中代码 {code} 重复，请只留一行" for (code, _), n in counted.items() if n > 1)
        for area in self.divisions:
            if area.parent is not None and area.parent not in known:
                yield f"{area.name}的上级 {area.parent} 不在区划表中，请补上"
        for group in self.groups:
            if strangers := sorted(group.members - known):
                yield f"{group.name}的成员 {'、'.join(strangers)} 不在区划表中，请补上"


@cache
def load_areas() -> Areas:
    """The divisions and groups that come with the product (GB/T 2260 and the centre's own groups)."""
    return read_areas(_lines("areas.csv"), _lines("area_groups.csv"))


def read_areas(divisions: Iterable[str], groups: Iterable[str]) -> Areas:
    """Read both tables from lines of CSV; raises ValueError when they do not fit together."""
    return Areas(
        tuple(_area(row) for row in csv.DictReader(divisions)),
        tuple(_group(row) for row in csv.DictReader(groups)),
    )


def _lines(name: str) -> list[str]:
    return (files("yunguan.core") / "data" / name).read_text(encoding="utf-8").splitlines()


def _area(row: dict[str, str]) -> Area:
    also_called = tuple(row["also_called"].split())
    return Area(row["code"], row["name"], row["parent"] or None, Kind(row["kind"]), also_called)


def _group(row: dict[str, str]) -> AreaGroup:
    start = date.fromisoformat(row["effective_from"]) if row["effective_from"] else None
    return AreaGroup(row["code"], row["name"], frozenset(row["members"].split()), start, row["note"])


def _short(name: str) -> str:
    return name[:-1] if name[-1:] in _SUFFIXES else name


def _start(group: AreaGroup) -> date:
    return group.effective_from or date.min


def _in_force(group: AreaGroup, on: date | None) -> bool:
    return on is None or _start(group) <= on
