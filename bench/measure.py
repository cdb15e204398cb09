"""What every measurement shares: medians, the machine, child processes, tables and files of results."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "bench"


@dataclass(frozen=True)
class Timing:
    """Seconds of several runs of the same thing."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run."""
        return statistics.median(self.seconds)

    def as_json(self) -> dict[str, Any]:
        """All runs, not only their middle."""
        return {
            "seconds": [round(each, 3) for each in self.seconds],
            "median": round(self.median, 3),
            "min": round(min(self.seconds), 3),
            "max": round(max(self.seconds), 3),
        }

    def cells(self) -> list[str]:
        """Median, minimum, maximum and the number of runs for a table."""
        return [f"{each:.2f}" for each in (self.median, min(self.seconds), max(self.seconds))] + [
            str(len(self.seconds))
        ]


class Clock:
    """Time on the wall and of the processor; the second tells what other work on the machine hides in the first."""

    def __init__(self) -> None:
        self.wall, self.cpu = time.perf_counter(), time.process_time()

    def taken(self) -> dict[str, float]:
        """Seconds since the clock was made."""
        return {"seconds": time.perf_counter() - self.wall, "cpu": time.process_time() - self.cpu}


def machine() -> dict[str, Any]:
    """Where the measurement was made."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "date": date.today().isoformat(),  # noqa: DTZ011 - the day on the wall of whoever measures
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": [round(each, 2) for each in os.getloadavg()],
    }


def child(module: str, *words: str, **environment: str) -> dict[str, Any]:
    """Run a module of the benchmark in a process of its own; it answers with one JSON document on its last line.

    Compiled modules are kept in build/bench, as an installed program keeps them.
    """
    command = [sys.executable, "-m", f"bench.{module}", *words]
    around = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    around |= {"PYTHONPYCACHEPREFIX": str(OUT / "pycache")} | environment
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in plain text, numbers to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    print(f"\n{title}")
    for row in (head, ["-" * width for width in widths], *rows):
        print("  ".join(_padded(cell, widths[at], first=at == 0) for at, cell in enumerate(row)))


def save(name: str, found: dict[str, Any]) -> Path:
    """Write a result to build/bench, with the machine it was measured on."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"{name}.json"
    path.write_text(json.dumps({"machine": machine(), **found}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _padded(cell: str, width: int, *, first: bool) -> str:
    return cell.ljust(width) if first else cell.rjust(width)
