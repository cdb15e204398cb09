"""Many files through guarded children on all cores, their reports in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self

from yunguan.audit.guarded.limits import Limits
from yunguan.audit.guarded.worker import Worker
from yunguan.audit.profile import Profile
from yunguan.audit.reader import Unreadable
from yunguan.audit.report import AuditReport
from yunguan.audit.telling.told import Told

_AHEAD = 4


class Guard:
    """So many children; a context, at whose end they are gone."""

    def __init__(self, workers: int | None = None, limits: Limits | None = None) -> None:
        given = limits or Limits()
        self._workers = tuple(Worker(given) for _ in range(workers or cores()))
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(len(self._workers))
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.retire()

    @property
    def missing(self) -> tuple[str, ...]:
        """What this platform does not limit, as the children say once they have started."""
        return max((worker.missing for worker in self._workers), key=len)

    def warm(self, count: int) -> None:
        """Start up to so many children now, to be ready when the first file comes."""
        for worker in self._workers[:count]:
            worker.start()

    def each(self, task: str, paths: Iterable[Path], *arguments: Any) -> Iterator[tuple[Path, Any]]:
        """The files in order, each with what the task made of it, or with the Unreadable that it ended in."""
        pending: deque[tuple[Path, Future[Any]]] = deque()
        for path in paths:
            pending.append((path, self._threads.submit(self._one, task, path, arguments)))
            if len(pending) > _AHEAD * len(self._workers):
                first, future = pending.popleft()
                yield first, future.result()
        while pending:
            first, future = pending.popleft()
            yield first, future.result()

    def _one(self, task: str, path: Path, arguments: tuple[Any, ...]) -> Any:
        worker = self._idle.get()
        try:
            return worker.ask(task, path, *arguments)
        except Unreadable as refusal:
            return refusal
        finally:
            self._idle.put(worker)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def audit_files(
    paths: Iterable[Path | str],
    profile: Profile | None = None,
    *,
    workers: int | None = None,
    limits: Limits | None = None,
) -> Generator[AuditReport]:
    """The reports of these files in their order; a file that ends its child is reported as one that cannot be read."""
    files = [Path(path) for path in paths]
    with Guard(min(workers or cores(), max(1, len(files))), limits) as guard:
        guard.warm(len(files))
        for path, found in guard.each("audit", files, profile):
            yield found if isinstance(found, AuditReport) else unread(path, found)


def unread(path: Path, refusal: Unreadable) -> AuditReport:
    """The report of a file that was refused."""
    from yunguan.audit.run import refused  # noqa: PLC0415 - the rules are loaded for their names only when one is refused

    return refused(str(path), str(refusal))


def told_in_child(path: Path | str, limits: Limits | None = None) -> tuple[Told, ...]:
    """Every quantity that a file states, read in a guarded child; raises Unreadable."""
    with Guard(1, limits) as guard:
        ((_, found),) = guard.each("told", [Path(path)])
    if isinstance(found, Unreadable):
        raise found
    return tuple(found)
