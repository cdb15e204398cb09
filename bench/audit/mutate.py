"""Single-digit mutations of checked numbers in clean reports: `python -m bench.audit.mutate --number 10000`.

A clean report is audited. Numbers that stand in one of its `checked` relations are then mutated one at a time: one
digit is changed in the structured report, the text is printed again and audited again. A mutation counts when it truly
breaks a relation of the report beyond rounding (the generator knows); it is found when an error or a warning, absent
before, names the new number. The unmutated reports must give no error and no warning.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.audit.build import SEED, SPLITS, save
from bench.audit.corpus.dice import Dice
from bench.audit.corpus.generate import Split, is_clean, report_at
from bench.audit.corpus.holding import broken
from bench.audit.corpus.layout import Layout, layout
from bench.audit.corpus.model import Report
from bench.audit.matching import Json, flat, named, share_a_run
from bench.audit.planting.numbers import mutated
from bench.audit.planting.places import quote
from bench.audit.wilson import Share

_EACH = 100
_FORM = "txt"
_DIGITS = re.compile(r"[\d.]+")


@dataclass(frozen=True)
class Tally:
    """One report: findings before, mutations tried, breaking, found; the quotes of those missed."""

    stem: str
    alarms: int
    inside: int
    tried: int
    breaking: int
    found: int
    missed: tuple[str, ...]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=1000, help="mutations that break a relation")
    parser.add_argument("--split", choices=SPLITS, default="test")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, help="file to write the result to")
    parser.add_argument("--show", type=int, default=0, help="print so many that were missed")
    given = parser.parse_args()
    tallies = mutate(given.split, given.number, given.seed, given.workers)
    print(summary(tallies))
    for line in [line for tally in tallies for line in tally.missed][: given.show]:
        print(line)
    if given.out:
        given.out.write_text(json.dumps(as_json(tallies), ensure_ascii=False, indent=1), encoding="utf-8")


def mutate(split: Split, number: int, seed: int, workers: int = 2) -> list[Tally]:
    """Mutate clean reports, up to a hundred numbers each, until so many mutations broke a relation."""
    stems = range(-(-number // _EACH) * 3)
    jobs = [(split, index, seed) for index in stems if is_clean(index)]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_tally, jobs))


def _tally(job: tuple[Split, int, int]) -> Tally:
    split, index, seed = job
    report = report_at(split, index, seed)
    how, dice = layout(report, seed), Dice(f"mutate:{seed}:{report.stem}")
    with TemporaryDirectory() as folder:
        before = _audit(report, how, Path(folder))
        inside = list(checked_numbers(report, how, before))
        tried = breaking = found = 0
        missed: list[str] = []
        while inside and breaking < _EACH and tried < 2 * _EACH:
            number = dice.choice(inside)
            tried += 1
            changed = report.with_item(number, mutated(report.num(number), dice))
            if not any(number in relation.ids for relation in broken(changed)):
                continue
            breaking += 1
            value = changed.num(number).value
            if _is_named(value, _loud(_audit(changed, how, Path(folder))), before):
                found += 1
            else:
                missed.append(f"{report.stem} {value}: {quote(changed, how, number)}")
    return Tally(report.stem, len(_loud(before)), len(inside), tried, breaking, found, tuple(missed))


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


def _audit(report: Report, how: Layout, folder: Path) -> Json:
    from yunguan.audit.run import audit  # noqa: PLC0415 - loaded once in each worker

    save(report, how, folder, (_FORM,))
    return audit(folder / f"{report.stem}.{_FORM}").as_json()


def _loud(audit: Json) -> list[Json]:
    return [finding for finding in audit["findings"] if finding["severity"] != "hint"]


def _is_named(value: Decimal, findings: Sequence[Json], before: Json) -> bool:
    known = {finding["message"] for finding in before["findings"]}
    return any(value in named(finding) for finding in findings if finding["message"] not in known)


def _is_number(text: str) -> bool:
    return flat(text).replace(".", "", 1).isdigit()


def summary(tallies: Sequence[Tally]) -> str:
    """The result in words."""
    found = Share(sum(tally.found for tally in tallies), sum(tally.breaking for tally in tallies))
    alarms = Share(sum(bool(tally.alarms) for tally in tallies), len(tallies))
    checked = sum(tally.inside for tally in tallies)
    return (
        f"found {found}; unmutated reports with an alarm {alarms}; {checked} checked numbers in {len(tallies)} reports"
    )


def as_json(tallies: Sequence[Tally]) -> dict[str, object]:
    """The result with what was missed."""
    found = Share(sum(tally.found for tally in tallies), sum(tally.breaking for tally in tallies))
    return {
        "found": found.as_json(),
        "tried": sum(tally.tried for tally in tallies),
        "unmutated_with_alarm": [tally.stem for tally in tallies if tally.alarms],
        "checked_numbers": sum(tally.inside for tally in tallies),
        "missed": [line for tally in tallies for line in tally.missed],
    }


if __name__ == "__main__":
    main()
