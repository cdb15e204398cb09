"""`make bench`: the import of vehicles beside django-import-export, and every figure over a million records.

    python -m bench.run [import] [figures] [--runs 3] [--rows 100000] [--records 1000000] [--peer-rows 5000]

Results are printed and written to build/bench/*.json. DATABASE_URL adds the figures on that PostgreSQL; the tables
there must be empty.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import OUT, ROOT, Timing, child, machine, print_table, save

SQLITE = {"DATABASE_URL": ""}
HEAD = ("", "median s", "min", "max", "runs")


@dataclass(frozen=True)
class Way:
    """One way to import: how it is called, the words for ``bench.imports``, the rows of its workbook."""

    name: str
    words: tuple[str, ...]
    rows: int


def main() -> None:
    """Measure what is asked for, else both."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", help="import, figures; both if none")
    parser.add_argument("--runs", type=int, default=3, help="runs of each measurement")
    parser.add_argument("--rows", type=int, default=100_000, help="vehicles in our workbook")
    parser.add_argument("--peer-rows", type=int, default=5_000, help="vehicles in django-import-export's workbook")
    parser.add_argument("--records", type=int, default=1_000_000, help="records behind the figures")
    asked = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    print("  ".join(f"{name} {value}" for name, value in machine().items()))
    if "import" in asked.parts or not asked.parts:
        measure_import(asked.rows, asked.peer_rows, asked.runs)
    if "figures" in asked.parts or not asked.parts:
        measure_figures(asked.records, asked.runs)


def measure_import(rows: int, peer_rows: int, runs: int) -> None:
    """Our import of all rows and the peer's of as many as asked for, from equal houses, one after the other."""
    house = OUT / "import-house"
    shutil.rmtree(house, ignore_errors=True)
    child("imports", "prepare", str(house), **SQLITE)
    ways = (
        Way(f"yunguan, {rows:,} rows", ("ours",), rows),
        Way(f"django-import-export, as it comes, {peer_rows:,} rows", ("peer",), peer_rows),
        Way(f"django-import-export, no differences, {peer_rows:,} rows", ("peer", "no-diff"), peer_rows),
    )
    spoilt = {way: _spoilt(house, way.rows) for way in ways}
    answers: dict[Way, list[dict[str, Any]]] = {way: [] for way in ways}
    for _ in range(runs):  # one after the other, so that other work on the machine meets all of them alike
        for way in ways:
            answers[way].append(_imported(house, way))
    found = {way.name: _summary(way, each, spoilt[way]) for way, each in answers.items()}
    ours = found[ways[0].name]
    print_table(
        "import of vehicles with history",
        (*HEAD, "cpu s", "ms a row", "times ours", "by cpu", "spoilt", "named", "stored", "history", "peak MiB"),
        [[name, *_import_cells(each, ours)] for name, each in found.items()],
    )
    print(f"written to {save('import', found)}")


def _workbook(rows: int) -> Path:
    return OUT / f"vehicles-{rows}.xlsx"


def _spoilt(house: Path, rows: int) -> set[int]:
    """The rows that are spoilt in the workbook, which is written."""
    return set(child("imports", "write", str(house), str(_workbook(rows)), str(rows), **SQLITE)["spoilt"])


def _imported(house: Path, way: Way) -> dict[str, Any]:
    """One import into a fresh copy of the house."""
    copy = OUT / "import-run"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(house, copy)
    first, *words = way.words
    answer = child("imports", first, str(copy), str(_workbook(way.rows)), *words, **SQLITE)
    shutil.rmtree(copy)
    return answer


def _summary(way: Way, answers: Sequence[dict[str, Any]], spoilt: set[int]) -> dict[str, Any]:
    last = answers[-1]
    return {
        "rows": way.rows,
        "wall": Timing(tuple(each["seconds"] for each in answers)).as_json(),
        "cpu": Timing(tuple(each["cpu"] for each in answers)).as_json(),
        "spoilt": len(spoilt),
        "spoilt_named": len(spoilt & set(last["named"])),
        "good_refused": len(set(last["named"]) - spoilt),
        **{key: last[key] for key in ("stored", "history", "peak_mib")},
    }


def _import_cells(one: dict[str, Any], ours: dict[str, Any]) -> list[str]:
    wall, wall_of_ours = (x["wall"]["median"] / x["rows"] for x in (one, ours))
    cpu, cpu_of_ours = (x["cpu"]["median"] / x["rows"] for x in (one, ours))
    return [
        *Timing(tuple(one["wall"]["seconds"])).cells(),
        f"{one['cpu']['median']:.2f}",
        f"{wall * 1000:.3f}",
        f"{wall / wall_of_ours:.1f}",
        f"{cpu / cpu_of_ours:.1f}",
        str(one["spoilt"]),
        str(one["spoilt_named"]),
        str(one["stored"]),
        str(one["history"]),
        str(one["peak_mib"]),
    ]


def measure_figures(records: int, runs: int) -> None:
    """Every figure of the catalogue for 2023 on each engine there is; all must answer alike."""
    house = _house(records)
    answers = {
        "SQLite": _figures(house, "house", runs, **SQLITE),
        "DuckDB": _figures(house, "duckdb", runs, **SQLITE),
    }
    url = os.environ.get("DATABASE_URL", "")
    if url:
        other = OUT / "house-postgresql"
        print(f"filling PostgreSQL: {child('million', str(other), str(records), DATABASE_URL=url)}", flush=True)
        answers["PostgreSQL"] = _figures(other, "house", runs, DATABASE_URL=url)
    first = answers["SQLite"]["values"]
    for name, each in answers.items():
        if each.pop("values") != first:
            raise SystemExit(f"{name} gives other figures than SQLite.")
    known = answers["SQLite"]
    print_table(
        f"{known['figures']} figures ({known['computed']} computed) over {records:,} records, one run",
        ("", "first s", "min", "max", "cpu s", "then s", "min", "max", "cpu s", "runs"),
        [[name, *_figure_cells(each)] for name, each in answers.items()],
    )
    print(f"written to {save('figures', {'records': records, 'engines': answers})}")


def _house(records: int) -> Path:
    """The house of so many records with its Parquet; one that stands from an earlier run of the same tables is kept."""
    house = OUT / f"house-{records}-{_tables()}"
    ready = house / "ready"
    if not ready.exists():
        shutil.rmtree(house, ignore_errors=True)
        print(f"filling {house.name}: {child('million', str(house), str(records), **SQLITE)}", flush=True)
        print(f"Parquet: {child('figures', str(house), 'export', **SQLITE)}", flush=True)
        ready.touch()
    return house


def _tables() -> str:
    """What the tables are and how they are filled, in a few digits: another house when either changes."""
    sources = [*sorted((ROOT / "src").rglob("migrations/0*.py")), ROOT / "bench" / "million.py"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]


def _figures(house: Path, engine: str, runs: int, **environment: str) -> dict[str, Any]:
    """So many processes, each computing all figures twice: cold, then again."""
    answers = [child("figures", str(house), engine, "2", **environment) for _ in range(runs)]
    cold, warm = ([each["taken"][at] for each in answers] for at in (0, 1))
    return {
        "figures": answers[0]["figures"],
        "computed": len(answers[0]["values"]),
        "first": Timing(tuple(each["seconds"] for each in cold)).as_json(),
        "first_cpu": Timing(tuple(each["cpu"] for each in cold)).as_json(),
        "then": Timing(tuple(each["seconds"] for each in warm)).as_json(),
        "then_cpu": Timing(tuple(each["cpu"] for each in warm)).as_json(),
        "values": answers[0]["values"],
    }


def _figure_cells(one: dict[str, Any]) -> Sequence[str]:
    times = [Timing(tuple(one[key]["seconds"])).cells() for key in ("first", "then")]
    cpu = [f"{one[key]['median']:.2f}" for key in ("first_cpu", "then_cpu")]
    return [*times[0][:3], cpu[0], *times[1][:3], cpu[1], times[1][3]]


if __name__ == "__main__":
    main()
