"""How many figures of a known list are found in its report as facts with the right words, period and area.

    python -m bench.audit.figures_share REPORT FIGURES.csv

The list has the columns id, name, value, unit, scope, as_of. A figure is laid beside the fact of equal value and unit
most like its name. The subject is right where seven tenths of the name's characters stand in it in
their order (topic: in it and in what it leans on), the period where both end on the same day, the area where both
name the same one; a figure of the whole unit or the whole city needs no area.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path

from yunguan.audit.telling.tell import told
from yunguan.audit.telling.told import ROLES, Told

ENOUGH = 0.7
LEAST = 0.6
"""How alike a figure and a fact must be at least; 3 is the most."""
_WHOLE = {"单位", "全市", ""}
_CHARACTERS = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]")


@dataclass(frozen=True)
class Laid:
    """A figure beside the fact that states it, None where none does."""

    figure: dict[str, str]
    fact: Told | None

    @property
    def subject(self) -> bool:
        return (
            self.fact is not None
            and _covered(self.figure["name"], f"{self.fact.subject}{self.fact.quantity.unit}") >= ENOUGH
        )

    @property
    def topic(self) -> bool:
        """The same with what the subject leans on: the heading, the clause before, the role."""
        return self.fact is not None and self._leaning(self.fact)

    def _leaning(self, fact: Told) -> bool:
        words = f"{fact.topic}{fact.subject}{ROLES[fact.role]}{fact.quantity.unit}"
        return self.subject or _covered(self.figure["name"], words) >= ENOUGH

    @property
    def period(self) -> bool:
        return self.fact is not None and self.fact.period.last == _last(self.figure["as_of"])

    @property
    def area(self) -> bool:
        if self.fact is None:
            return False
        said = self.fact.area or ""
        return said == self.figure["scope"].replace("+", "、") or (said in _WHOLE and self.figure["scope"] in _WHOLE)


def lay(figures: Iterable[dict[str, str]], facts: Iterable[Told]) -> list[Laid]:
    """Each figure beside its fact; a fact is used once, the most alike first, unless two are served better."""
    left, rest = list(facts), list(figures)
    alike = {
        (i, j): likeness
        for i, figure in enumerate(rest)
        for j, fact in enumerate(left)
        if _equal(figure, fact) and (likeness := _alike(figure, fact)) >= LEAST
    }
    found: dict[int, int] = {}
    for i, j in sorted(alike, key=lambda pair: (-alike[pair], *pair)):
        if i not in found and j not in found.values():
            found[i] = j
    for k, j in alike:
        _give_way(k, j, found, alike)
    return [Laid(figure, left[found[i]] if i in found else None) for i, figure in enumerate(rest)]


def _give_way(k: int, j: int, found: dict[int, int], alike: dict[tuple[int, int], float]) -> None:
    """Let figure k have fact j where the one that has it loses less by a fact that is still free."""
    owner = next((i for i, taken in found.items() if taken == j), None)
    free = [other for i, other in alike if i == owner and other not in found.values()]
    if owner is None or k in found or not free:
        return
    other = max(free, key=lambda each: alike[owner, each])
    if alike[k, j] + alike[owner, other] > alike[owner, j]:
        found[k], found[owner] = j, other


def _equal(figure: dict[str, str], fact: Told) -> bool:
    same = abs(Decimal(figure["value"])) == abs(fact.quantity.value)
    exact = {"万元", "%"}
    return same and (figure["unit"] == fact.quantity.unit or not {figure["unit"], fact.quantity.unit} & exact)


def _alike(figure: dict[str, str], fact: Told) -> float:
    subject = f"{fact.subject}{ROLES[fact.role]}"
    size = (len(figure["name"]) + len(subject)) / len(figure["name"])
    own = _covered(figure["name"], subject)
    return _covered(figure["name"], f"{fact.topic}{fact.quote}") + 2 * own / size + own


def _covered(name: str, words: str) -> float:
    a, b = ("".join(_CHARACTERS.findall(each)) for each in (re.sub(r"[(（][^)）]*[)）]$", "", name), words))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(a))


def _last(day: str) -> date:
    year, month, *rest = (int(part) for part in (f"{day}-12" if len(day) == len("2023") else day).split("-"))
    return date(year, month, rest[0] if rest else calendar.monthrange(year, month)[1])


def main() -> None:
    """Print the shares, and each figure that is not wholly right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("figures", type=Path)
    given = parser.parse_args()
    with given.figures.open(encoding="utf-8", newline="") as lines:
        laid = lay(csv.DictReader(lines), told(given.report))
    for each in laid:
        marks = "".join(mark if good else "-" for mark, good in _marks(each))
        if "-" in marks:
            said = (
                f"{each.fact.topic}|{each.fact.subject}|{each.fact.quantity.text}|{each.fact.period.words}|{each.fact.area}"
                if each.fact
                else ""
            )
            print(marks, each.figure["id"], each.figure["name"], each.figure["as_of"], each.figure["scope"], said)
    for mark in "VSTPA":
        print(mark, sum(good for each in laid for name, good in _marks(each) if name == mark), len(laid))
    print("all", sum(all(good for name, good in _marks(each) if name != "S") for each in laid), len(laid))


def _marks(each: Laid) -> tuple[tuple[str, bool], ...]:
    return (("V", each.fact is not None), ("S", each.subject), ("T", each.topic), ("P", each.period), ("A", each.area))


if __name__ == "__main__":
    main()
