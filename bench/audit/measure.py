"""Measures the auditor on the corpus: `python -m bench.audit.measure --corpus DIR --split test`.

Recall is the share of labels that a finding meets (see `matching.py`); precision the share of errors and warnings
that meet a label. Every error or warning that meets none is a false alarm and listed, on clean reports above all.
Both come with 95 % Wilson intervals. A file that was not read misses all its labels and is counted as unread.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.audit.build import FORMATS, SPLITS
from bench.audit.matching import Json, meets
from bench.audit.wilson import Share

_LONGEST = 160


@dataclass(frozen=True)
class Outcome:
    """One file: which labels were met, which findings met none."""

    stem: str
    form: str
    clean: bool
    unread: bool
    labels: tuple[tuple[Json, bool], ...]
    true: int
    false: tuple[Json, ...]
    hints: int

    @property
    def recall(self) -> Share:
        return Share(sum(met for _, met in self.labels), len(self.labels))

    @property
    def precision(self) -> Share:
        return Share(self.true, self.true + len(self.false))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="what bench.audit.build wrote")
    parser.add_argument("--split", choices=SPLITS, default="tune")
    parser.add_argument("--formats", nargs="*", default=list(FORMATS), choices=FORMATS)
    parser.add_argument("--out", type=Path, help="folder for audit-SPLIT.json and audit-SPLIT.md")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--show", type=int, default=0, help="print so many misses and false alarms")
    given = parser.parse_args()
    outcomes = measure(given.corpus, given.split, tuple(given.formats), given.workers)
    print(markdown(given.split, outcomes))
    for line in list(complaints(outcomes))[: given.show]:
        print(line)
    if given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        (given.out / f"audit-{given.split}.md").write_text(markdown(given.split, outcomes), encoding="utf-8")
        text = json.dumps(as_json(given.split, outcomes), ensure_ascii=False, indent=1)
        (given.out / f"audit-{given.split}.json").write_text(text, encoding="utf-8")


def measure(corpus: Path, split: str, formats: Sequence[str] = FORMATS, workers: int = 2) -> list[Outcome]:
    """Audit every report of a split in every format."""
    files = json.loads((corpus / "labels.json").read_text(encoding="utf-8"))["files"]
    jobs = [
        (str(corpus / split / f"{stem}.{form}"), entry["labels"])
        for stem, entry in files.items()
        if entry["split"] == split
        for form in formats
    ]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_outcome, jobs, chunksize=4))


def _outcome(job: tuple[str, list[Json]]) -> Outcome:
    from yunguan.audit.run import audit  # noqa: PLC0415 - loaded once in each worker

    path, labels = job
    report = audit(Path(path)).as_json()
    return judged(Path(path), labels, report)


def judged(path: Path, labels: Sequence[Json], report: Json) -> Outcome:
    """What an audit of one file is worth against its labels."""
    unread = report["reading"]["kind"] == "unread"
    findings = [] if unread else report["findings"]
    loud = [finding for finding in findings if finding["severity"] != "hint"]
    false = tuple(finding for finding in loud if not any(meets(finding, label) for label in labels))
    return Outcome(
        stem=path.stem,
        form=path.suffix[1:],
        clean=not labels,
        unread=unread,
        labels=tuple((label, any(meets(finding, label) for finding in findings)) for label in labels),
        true=len(loud) - len(false),
        false=false,
        hints=len(findings) - len(loud),
    )


def total(outcomes: Iterable[Outcome], what: Callable[[Outcome], Share]) -> Share:
    """A share over several files."""
    return sum((what(outcome) for outcome in outcomes), Share(0, 0))


def by_kind(outcomes: Iterable[Outcome], field: str = "kind") -> dict[str, Share]:
    """Recall of each kind of defect (or each expected severity)."""
    shares: dict[str, Share] = {}
    for label, met in (pair for outcome in outcomes for pair in outcome.labels):
        shares[label[field]] = shares.get(label[field], Share(0, 0)) + Share(int(met), 1)
    return dict(sorted(shares.items()))


def by_rule(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """False alarms of each rule."""
    counts: dict[str, int] = {}
    for finding in (finding for outcome in outcomes for finding in outcome.false):
        counts[finding["rule"]] = counts.get(finding["rule"], 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


def of_clean(outcomes: Iterable[Outcome]) -> Share:
    """Clean files with a false alarm, of all clean files that were read."""
    read = [outcome for outcome in outcomes if outcome.clean and not outcome.unread]
    return Share(sum(bool(outcome.false) for outcome in read), len(read))


def as_json(split: str, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The whole measurement."""
    return {
        "split": split,
        "formats": {form: _figures([o for o in outcomes if o.form == form]) for form in FORMATS},
        "all": _figures(outcomes),
        "complaints": list(complaints(outcomes)),
    }


def _figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    return {
        "files": len(outcomes),
        "unread": sum(outcome.unread for outcome in outcomes),
        "recall": total(outcomes, lambda o: o.recall).as_json(),
        "precision": total(outcomes, lambda o: o.precision).as_json(),
        "clean_with_alarm": of_clean(outcomes).as_json(),
        "hints": sum(outcome.hints for outcome in outcomes),
        "kinds": {kind: share.as_json() for kind, share in by_kind(outcomes).items()},
        "expected": {kind: share.as_json() for kind, share in by_kind(outcomes, "expected").items()},
        "false_by_rule": by_rule(outcomes),
    }


def markdown(split: str, outcomes: Sequence[Outcome]) -> str:
    """The tables for the documentation."""
    lines = [f"### Split {split}: {len({o.stem for o in outcomes})} reports", ""]
    lines += ["| format | recall | precision | clean files with an alarm | unread |", "|---|---|---|---|---|"]
    groups = [(form, [o for o in outcomes if o.form == form]) for form in FORMATS]
    for name, group in [*((name, group) for name, group in groups if group), ("all", list(outcomes))]:
        recall, precision = total(group, lambda o: o.recall), total(group, lambda o: o.precision)
        lines.append(f"| {name} | {recall} | {precision} | {of_clean(group)} | {sum(o.unread for o in group)} |")
    lines += ["", "| defect | found |", "|---|---|"]
    lines += [f"| {kind} | {share} |" for kind, share in by_kind(outcomes).items()]
    lines += ["", "| expected | found |", "|---|---|"]
    lines += [f"| {kind} | {share} |" for kind, share in by_kind(outcomes, "expected").items()]
    if rules := by_rule(outcomes):
        lines += [
            "",
            "| rule | false alarms |",
            "|---|---|",
            *(f"| {rule} | {count} |" for rule, count in rules.items()),
        ]
    return "\n".join(lines) + "\n"


def complaints(outcomes: Iterable[Outcome]) -> Iterable[str]:
    """Every false alarm and every miss, those on clean files first."""
    for outcome in sorted(outcomes, key=lambda o: not o.clean):
        for finding in outcome.false:
            place = "clean " if outcome.clean else ""
            yield f"false  {place}{outcome.stem}.{outcome.form} [{finding['rule']}] {finding['message'][:_LONGEST]}"
        for label, met in outcome.labels:
            if not met:
                where = (label["quotes"] or label["words"])[0][:_LONGEST]
                numbers = f"{label['wrong']} {label['partners'][:4]}"
                yield f"missed {outcome.stem}.{outcome.form} {label['kind']} {numbers} {where}"


if __name__ == "__main__":
    main()
