"""How far the audit of many files is: a bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Bar:
    """One step a file; it goes out of the way of what is printed between the steps. One file needs none."""

    def __init__(self, total: int) -> None:
        columns = (TextColumn("检查文件"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._shown = total > 1 and sys.stderr.isatty()
        self._progress = Progress(
            *columns,
            console=Console(stderr=True),
            transient=True,
            disable=not self._shown,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """One more file is done; the bar is gone while its report is printed."""
        self._progress.advance(self._task)
        if self._shown and sys.stdout.isatty():
            self._progress.stop()
            yield
            self._progress.start()
        else:
            yield
