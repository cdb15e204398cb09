"""Single-digit mutations of checked numbers in clean reports: `python -m bench.audit.mutate --number 10000`.

A clean report is audited. A number is inside a relation when it is an operand, at its place, of a relation that the
audit lists as `checked`. Such numbers are changed one digit at a time; the text is printed and audited again. A
mutation counts when it breaks a relation of the report beyond rounding (the generator knows, the rules are not asked).
It is found when an error or a warning that was not there before names the new number; a hint is enough only where the
number moved by a single unit of its last printed digit, which rounding could explain. The unmutated reports must give
no error and no warning.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from bench.audit.build import COUNT, SEED, SPLITS
from bench.audit.corpus import render_txt
from bench.audit.corpus.dice import Dice
from bench.audit.corpus.generate import Split, is_clean, report_at
from bench.audit.corpus.holding import broken
from bench.audit.corpus.layout import Layout, layout, printed
from bench.audit.corpus.model import Num, Report
from bench.audit.matching import Json, flat, named, share_a_run
from bench.audit.planting.numbers import mutated
from bench.audit.planting.places import quote
from bench.audit.wilson import Share

_PATIENCE = 4
_SLICE = 100
_DIGITS = re.compile(r"[\d.]+")


@dataclass
class Tally:
    """One report: alarms before, numbers inside a relation, mutations tried, breaking and found, quotes of the missed.

    `loud` were found by an error or a warning; `kinds` counts breaking and found mutations by the relations broken.
    """

    stem: str
    alarms: int
    inside: int
    tried: int = 0
    breaking: int = 0
    loud: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        """Two slices of one report."""
        return Tally(
            self.stem,
            self.alarms,
            self.inside,
            self.tried + other.tried,
            self.breaking + other.breaking,
            self.loud + other.loud,
            self.found + other.found,
            [*self.missed, *other.missed],
            self.kinds + other.kinds,
            self.met + other.met,
        )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=1000, help="mutations that break a relation")
    parser.add_argument("--count", type=int, default=COUNT, help="reports of the split, of which a third is clean")
    parser.add_argument("--split", choices=SPLITS, default="tune")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, help="file to write the result to")
    parser.add_argument("--show", type=int, default=0, help="print so many that were missed")
    given = parser.parse_args()
    tallies = mutate(given.split, given.number, given.count, given.seed, given.workers)
    print(summary(tallies))
    for line in [line for tally in tallies for line in tally.missed][: given.show]:
        print(line)
    if given.out:
        given.out.write_text(json.dumps(as_json(tallies), ensure_ascii=False, indent=1), encoding="utf-8")


def mutate(split: Split, number: int, count: int, seed: int, workers: int = 2) -> list[Tally]:
    """Mutate the clean reports of a split, the same number in each, until so many mutations broke a relation."""
    clean = [index for index in range(count) if is_clean(index)]
    each = -(-number // len(clean))
    slices = [(first, min(first + _SLICE, each)) for first in range(0, each, _SLICE)]
    jobs = [(split, index, seed, part) for part in slices for index in clean]
    done: dict[str, Tally] = {}
    with ProcessPoolExecutor(workers) as pool:
        for tally in pool.map(_tally, jobs):
            done[tally.stem] = done[tally.stem] + tally if tally.stem in done else tally
            print(f"{found_of(list(done.values()))}", end="\r", file=sys.stderr, flush=True)
    return list(done.values())


def _tally(job: tuple[Split, int, int, tuple[int, int]]) -> Tally:
    """The mutations of one report from the first to the last of a slice, of those that break a relation."""
    split, index, seed, (first, last) = job
    report = report_at(split, index, seed)
    how, dice = layout(report, seed), Dice(f"mutate:{seed}:{report.stem}")
    before = _audit(report, how)
    inside = list(checked_numbers(report, how, before))
    tally = Tally(report.stem, len(_loud(before)), len(inside))
    known = {finding["message"] for finding in before["findings"]}
    reached = 0
    for number, num in _mutations(report, inside, dice, _PATIENCE * last):
        if reached >= last:
            break
        tally.tried += reached >= first
        changed = report.with_item(number, num)
        kinds: set[str] = {relation.kind for relation in broken(changed) if number in relation.ids}
        reached += bool(kinds)
        if kinds and reached > first:
            after = [finding for finding in _audit(changed, how)["findings"] if finding["message"] not in known]
            _count(tally, (report.num(number), num), kinds, after, f"{num.value}: {quote(changed, how, number)}")
    return tally


def _mutations(report: Report, inside: Sequence[int], dice: Dice, most: int) -> Iterator[tuple[int, Num]]:
    """Numbers with one digit changed, each once."""
    seen: set[tuple[int, Decimal]] = set()
    for _ in range(most if inside else 0):
        number = dice.choice(inside)
        num = mutated(report.num(number), dice)
        if (number, num.value) not in seen:
            seen.add((number, num.value))
            yield number, num


def _count(tally: Tally, pair: tuple[Num, Num], kinds: set[str], after: Sequence[Json], said: str) -> None:
    old, new = pair
    naming = [finding for finding in after if abs(new.value) in named(finding)]
    loud = any(finding["severity"] != "hint" for finding in naming)
    last_digit = abs(new.value - old.value) == Decimal(1).scaleb(-new.places) and bool(new.places)
    tally.breaking += 1
    tally.loud += loud
    tally.kinds.update(kinds)
    if loud or (naming and last_digit):
        tally.found += 1
        tally.met.update(kinds)
    else:
        tally.missed.append(f"{tally.stem} {old.value} → {said}")


def checked_numbers(report: Report, how: Layout, audit: Json) -> Iterator[int]:
    """The numbers of a report that stand, at their place, in a relation that the audit checked."""
    checked = [
        (
            {Decimal(flat(o["value"])) for o in relation["operands"] if _is_number(o["value"])},
            [flat(p["quote"]) for p in relation["places"]],
        )
        for relation in audit["checked"]
    ]
    for number, num in report.numbers():
        if not num.value:
            continue
        place = flat(quote(report, how, number))
        if any(num.value in values and any(_same_place(said, place) for said in quotes) for values, quotes in checked):
            yield number


def _same_place(said: str, place: str) -> bool:
    """Whether the words agree, not only the number, which may stand in several places."""
    return share_a_run(_DIGITS.sub("", said), _DIGITS.sub("", place))


def _audit(report: Report, how: Layout) -> Json:
    from yunguan.audit.read import read_bytes  # noqa: PLC0415 - loaded once in each worker
    from yunguan.audit.run import audit_reading  # noqa: PLC0415

    text = render_txt.text(printed(report, how), how)
    return audit_reading(read_bytes(report.stem, text.encode())).as_json()


def _loud(audit: Json) -> list[Json]:
    return [finding for finding in audit["findings"] if finding["severity"] != "hint"]


def _is_number(text: str) -> bool:
    return flat(text).replace(".", "", 1).isdigit()


def found_of(tallies: Sequence[Tally]) -> Share:
    """The mutations found, of those that break a relation."""
    return Share(sum(tally.found for tally in tallies), sum(tally.breaking for tally in tallies))


def loud_of(tallies: Sequence[Tally]) -> Share:
    """The mutations found by an error or a warning."""
    return Share(sum(tally.loud for tally in tallies), sum(tally.breaking for tally in tallies))


def alarms_of(tallies: Sequence[Tally]) -> Share:
    """The unmutated reports with an error or a warning."""
    return Share(sum(bool(tally.alarms) for tally in tallies), len(tallies))


def kinds_of(tallies: Sequence[Tally]) -> dict[str, Share]:
    """The share found by the kind of relation that was broken."""
    all_of = sum((tally.kinds for tally in tallies), Counter[str]())
    met = sum((tally.met for tally in tallies), Counter[str]())
    return {kind: Share(met[kind], all_of[kind]) for kind in sorted(all_of)}


def summary(tallies: Sequence[Tally]) -> str:
    """The result in words."""
    checked, tried = sum(tally.inside for tally in tallies), sum(tally.tried for tally in tallies)
    return "\n".join(
        [
            f"found {found_of(tallies)}, by an error or a warning {loud_of(tallies)}",
            f"unmutated reports with an alarm {alarms_of(tallies)}",
            f"{checked} checked numbers in {len(tallies)} reports, {tried} mutations tried",
            *(f"  {kind}: {share}" for kind, share in kinds_of(tallies).items()),
        ]
    )


def as_json(tallies: Sequence[Tally]) -> dict[str, object]:
    """The result with what was missed."""
    return {
        "found": found_of(tallies).as_json(),
        "by_error_or_warning": loud_of(tallies).as_json(),
        "kinds": {kind: share.as_json() for kind, share in kinds_of(tallies).items()},
        "tried": sum(tally.tried for tally in tallies),
        "unmutated_with_alarm": [tally.stem for tally in tallies if tally.alarms],
        "checked_numbers": sum(tally.inside for tally in tallies),
        "missed": [line for tally in tallies for line in tally.missed],
    }


if __name__ == "__main__":
    main()
