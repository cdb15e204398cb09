"""Running the audit over the files that were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from yunguan.audit.report import AuditReport


def reports(files: Sequence[Path]) -> Iterator[AuditReport]:
    """The reports in the order of the files."""
    from yunguan.audit.run import audit  # noqa: PLC0415 - only a run needs the readers

    for path in files:
        yield audit(path)
