"""Builds the corpus: `python -m bench.audit.build --out DIR` writes reports in three formats and `labels.json`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from bench.audit.corpus import render_docx, render_pdf, render_txt
from bench.audit.corpus.generate import Split, reports
from bench.audit.corpus.layout import Layout, layout, printed
from bench.audit.corpus.model import Report
from bench.audit.planting.label import Label
from bench.audit.planting.plant import plant

SEED = 20_240_403
COUNT = 60
FORMATS = ("txt", "docx", "pdf")
SPLITS: tuple[Split, ...] = get_args(Split)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    parser.add_argument("--count", type=int, default=COUNT, help="reports in each split")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--formats", nargs="*", default=list(FORMATS), choices=FORMATS)
    given = parser.parse_args()
    build(given.out, given.count, given.seed, tuple(given.formats))


def build(out: Path, count: int, seed: int, formats: tuple[str, ...] = FORMATS) -> None:
    """Write both splits; the same arguments give the same reports and labels."""
    files: dict[str, Any] = {}
    for split in SPLITS:
        folder = out / split
        folder.mkdir(parents=True, exist_ok=True)
        for report, how, labels in labelled(split, count, seed):
            save(report, how, folder, formats)
            files[report.stem] = _entry(report, split, labels)
        print(f"{split}: {count} reports in {', '.join(formats)}")
    listed = {"seed": seed, "count": count, "files": files}
    (out / "labels.json").write_text(json.dumps(listed, ensure_ascii=False, indent=1), encoding="utf-8")


def labelled(split: Split, count: int, seed: int) -> Iterator[tuple[Report, Layout, tuple[Label, ...]]]:
    """The reports of a split, defects planted in all that are not meant to be clean."""
    for report in reports(split, count, seed):
        how = layout(report, seed)
        if report.traits["clean"]:
            yield report, how, ()
        else:
            yield (*_planted(report, how, seed),)


def _planted(report: Report, how: Layout, seed: int) -> tuple[Report, Layout, tuple[Label, ...]]:
    spoiled, labels = plant(report, how, seed)
    return spoiled, how, labels


def save(report: Report, how: Layout, folder: Path, formats: tuple[str, ...]) -> None:
    """Write one report in these formats."""
    blocks = list(printed(report, how))
    if "txt" in formats:
        (folder / f"{report.stem}.txt").write_text(render_txt.text(blocks, how), encoding="utf-8")
    if "docx" in formats:
        render_docx.save(blocks, how, folder / f"{report.stem}.docx")
    if "pdf" in formats:
        render_pdf.save(blocks, how, folder / f"{report.stem}.pdf")


def _entry(report: Report, split: str, labels: tuple[Label, ...]) -> dict[str, Any]:
    return {
        "split": split,
        "kind": report.kind,
        "clean": not labels,
        "labels": [{"file": report.stem, **label.as_json()} for label in labels],
    }


if __name__ == "__main__":
    main()
