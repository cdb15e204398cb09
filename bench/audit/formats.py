"""Whether txt, docx and pdf of one report give the same findings: `python -m bench.audit.formats --corpus DIR`.

Two formats agree on a report when the multisets of (rule, severity, values of the operands) of their findings are
equal. Places differ by nature and are not compared. What differs is printed, one line each, with the report's name.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench.audit.build import FORMATS, SPLITS
from bench.audit.matching import Json, flat
from bench.audit.wilson import Share

Told = tuple[str, str, tuple[str, ...]]
_LONGEST = 200
_REFERENCE = "txt"


@dataclass(frozen=True)
class Compared:
    """One report in one format beside its text: what only the text says, and what only the format says."""

    stem: str
    form: str
    only_text: tuple[str, ...]
    only_form: tuple[str, ...]

    @property
    def same(self) -> bool:
        return not (self.only_text or self.only_form)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="what bench.audit.build wrote")
    parser.add_argument("--split", choices=SPLITS, default="tune")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--show", type=int, default=0, help="print so many differences")
    given = parser.parse_args()
    compared = compare(given.corpus, given.split, given.workers)
    print(summary(compared))
    for line in list(differences(compared))[: given.show]:
        print(line)


def compare(corpus: Path, split: str, workers: int = 2) -> list[Compared]:
    """Every report of a split in every format beside its text."""
    files = json.loads((corpus / "labels.json").read_text(encoding="utf-8"))["files"]
    stems = [str(corpus / split / stem) for stem, entry in files.items() if entry["split"] == split]
    with ProcessPoolExecutor(workers) as pool:
        return [each for group in pool.map(_of_report, stems, chunksize=4) for each in group]


def _of_report(stem: str) -> list[Compared]:
    from yunguan.audit.run import audit  # noqa: PLC0415 - loaded once in each worker

    found = {form: audit(Path(f"{stem}.{form}")).as_json()["findings"] for form in FORMATS}
    text = Counter(map(told, found[_REFERENCE]))
    return [
        Compared(
            Path(stem).name,
            form,
            _messages(found[_REFERENCE], text - Counter(map(told, findings))),
            _messages(findings, Counter(map(told, findings)) - text),
        )
        for form, findings in found.items()
        if form != _REFERENCE
    ]


def told(finding: Json) -> Told:
    """A finding by its rule, its severity and the values of its operands, whatever their order."""
    return finding["rule"], finding["severity"], tuple(sorted(flat(o["value"]) for o in finding["operands"]))


def _messages(findings: Sequence[Json], left: Counter[Told]) -> tuple[str, ...]:
    return tuple(f"[{f['rule']}] {f['message'][:_LONGEST]}" for f in findings if left[told(f)])


def share_of(compared: Iterable[Compared], form: str) -> Share:
    """The reports of which a format gives the findings of the text."""
    own = [each.same for each in compared if each.form == form]
    return Share(sum(own), len(own))


def summary(compared: Sequence[Compared]) -> str:
    """The shares as a table."""
    forms = [form for form in FORMATS if form != _REFERENCE]
    rows = [f"| {form} | {share_of(compared, form)} |" for form in forms]
    return "\n".join(["| format | reports with the findings of the text |", "|---|---|", *rows])


def differences(compared: Iterable[Compared]) -> Iterator[str]:
    """Each finding that one of two formats has alone."""
    for each in compared:
        yield from (f"only txt  {each.stem}.{each.form} {message}" for message in each.only_text)
        yield from (f"only {each.form}  {each.stem} {message}" for message in each.only_form)


if __name__ == "__main__":
    main()
