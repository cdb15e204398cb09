"""What a trade lends to a report: its words for offices, duties, projects, counts, troubles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Project:
    """A project: its name, its aim, what was to be done (noun, counter), and who is served."""

    name: str
    aim: str
    output: str
    counter: str
    served: str


@dataclass(frozen=True)
class Split:
    """A count that falls into parts."""

    subject: str
    counter: str
    by: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Ratio:
    """A part of a whole and the name of the rate between them."""

    whole: str
    done: str
    rate: str
    counter: str


@dataclass(frozen=True)
class Trade:
    """One trade with the unit that works in it."""

    code: str
    place: str
    unit: str
    parent: str
    nature: str
    head: tuple[str, str]
    group: tuple[str, str]
    items: tuple[tuple[str, str], ...]
    offices: tuple[str, ...]
    duties: tuple[str, ...]
    projects: tuple[Project, ...]
    splits: tuple[Split, ...]
    ratios: tuple[Ratio, ...]
    exams: tuple[str, ...]
    growths: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, str, tuple[str, ...]], ...]
    troubles: tuple[tuple[str, str, str], ...]
    prose: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.place}{self.unit}"
