"""Running the audit over the files that were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from yunguan.audit.report import AuditReport


def reports(files: Sequence[Path], profile: str) -> Iterator[AuditReport]:
    """The reports in the order of the files, graded by the profile of this name or file."""
    from yunguan.audit.profile import ProfileError  # noqa: PLC0415 - only a run needs the readers
    from yunguan.audit.run import audit, profile_named  # noqa: PLC0415

    try:
        chosen = profile_named(profile)
    except ProfileError as error:
        raise click.UsageError(str(error)) from error
    for path in files:
        yield audit(path, chosen)
