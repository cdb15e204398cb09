"""Every figure of the catalogue in one run over a house that stands already, timed.

python -m bench.figures HOME export | HOME house RUNS | HOME duckdb RUNS
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from yunguan.cli.house import open_house
from yunguan.core.period import Period


def export(home: Path) -> dict[str, Any]:
    """The house's tables as Parquet."""
    from yunguan.indicators.duck import export_parquet  # noqa: PLC0415 - after the house is open

    began = time.perf_counter()
    export_parquet(home / "parquet")
    size = sum(path.stat().st_size for path in (home / "parquet").glob("*.parquet"))
    return {"seconds": time.perf_counter() - began, "mib": round(size / 2**20, 1)}


def house(_home: Path, runs: int) -> dict[str, Any]:
    """On the house's own database."""
    return _timed(lambda: None, runs)


def duckdb(home: Path, runs: int) -> dict[str, Any]:
    """On DuckDB over the exported Parquet, the opening of the files included."""
    from yunguan.indicators.duck import DuckEngine  # noqa: PLC0415

    return _timed(lambda: DuckEngine(home / "parquet"), runs)


def _timed(engine: Callable[[], Any], runs: int) -> dict[str, Any]:
    from yunguan.indicators.selectors import figures, question_of  # noqa: PLC0415

    seconds, values = [], {}
    for _ in range(runs):
        began = time.perf_counter()
        found = figures(question_of(Period.year(2023)), engine=engine())
        seconds.append(time.perf_counter() - began)
        values = {key: str(figure.value) for key, figure in found.items() if figure.value is not None}
    return {"seconds": seconds, "figures": len(found), "values": values}


if __name__ == "__main__":
    place = open_house(Path(sys.argv[1]))
    if sys.argv[2] == "export":
        answer = export(place)
    else:
        answer = {"house": house, "duckdb": duckdb}[sys.argv[2]](place, int(sys.argv[3]))
    print(json.dumps(answer))
