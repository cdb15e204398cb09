"""What an output of an audit is: where the reports go, one at a time, and the option that asks for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from yunguan.audit.report import AuditReport
from yunguan.core.catalogue import Catalogue, load


class Sink(ABC):
    """Takes the reports in the order of the files; nothing need be kept, so that a thousand files fit into memory."""

    def begin(self, now: datetime) -> None:  # noqa: B027 - most sinks need no time
        """Before the first report: when the run began."""

    @abstractmethod
    def take(self, report: AuditReport) -> None:
        """One report."""

    def finish(self) -> Iterable[Path]:
        """Behind the last report: the files that were written."""
        return ()

    def remarks(self) -> Iterable[str]:
        """Behind the last report: sentences on what could not be written."""
        return ()


@dataclass(frozen=True)
class Output:
    """A written output: `--name PATH`, where PATH is a folder or, with `folder` false, one file.

    `open` makes the sink that writes there.
    """

    name: str
    help: str
    open: Callable[[Path], Sink]
    folder: bool = True


@cache
def outputs() -> Catalogue[Output]:
    """The written outputs, found in the folder `outputs`."""
    return load("yunguan.audit.outputs", Output, lambda output: output.name)
