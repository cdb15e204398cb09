"""Every figure of the catalogue in one run over a house that stands already, timed.

python -m bench.figures HOME export | HOME house RUNS | HOME duckdb RUNS
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.measure import Clock
from yunguan.cli.house import open_house
from yunguan.core.period import Period


def export(home: Path) -> dict[str, Any]:
    """The house's tables as Parquet."""
    from yunguan.indicators.duck import export_parquet  # noqa: PLC0415 - after the house is open

    clock = Clock()
    export_parquet(home / "parquet")
    size = sum(path.stat().st_size for path in (home / "parquet").glob("*.parquet"))
    return {**clock.taken(), "mib": round(size / 2**20, 1)}


def house(_home: Path, runs: int) -> dict[str, Any]:
    """On the house's own database."""
    return _timed(lambda: None, runs)


def duckdb(home: Path, runs: int) -> dict[str, Any]:
    """On DuckDB over the exported Parquet, the opening of the files included."""
    from yunguan.indicators.duck import DuckEngine  # noqa: PLC0415

    return _timed(lambda: DuckEngine(home / "parquet"), runs)


def _timed(engine: Callable[[], Any], runs: int) -> dict[str, Any]:
    from yunguan.indicators.selectors import figures, question_of  # noqa: PLC0415

    taken, values = [], {}
    for _ in range(runs):
        clock = Clock()
        found = figures(question_of(Period.year(2023)), engine=engine())
        taken.append(clock.taken())
        values = {key: str(figure.value) for key, figure in found.items() if figure.value is not None}
    return {"taken": taken, "figures": len(found), "values": values}


if __name__ == "__main__":
    place = open_house(Path(sys.argv[1]))
    if sys.argv[2] == "export":
        answer = export(place)
    else:
        answer = {"house": house, "duckdb": duckdb}[sys.argv[2]](place, int(sys.argv[3]))
    print(json.dumps(answer))
