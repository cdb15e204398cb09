"""How much one file may cost the child process that reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

MIB: Final = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Memory in bytes, times in seconds. A file may take more time the more bytes it has: a bomb is small.

    `retire_at` is the memory in use from which a child is replaced after the file, `files` after how many it is anyway.
    """

    memory: int = 1024 * MIB
    processor: float = 2
    processor_per_mib: float = 25
    most_processor: float = 120
    start: float = 60
    wall_per_processor: float = 5
    least_wall: float = 20
    answer: int = 8 * MIB
    handles: int = 32
    retire_at: int = 400 * MIB
    files: int = 500

    def processor_for(self, size: int) -> float:
        """Seconds of processor time for a file of so many bytes."""
        return min(self.most_processor, self.processor + self.processor_per_mib * size / MIB)

    def wall_for(self, size: int) -> float:
        """Seconds on the wall; other work on the machine may slow the child."""
        return max(self.least_wall, self.wall_per_processor * self.processor_for(size))


def size_of(path: Path) -> int:
    """How many bytes the file has, 0 where the system does not say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
