"""Running the audit over the files that were given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from yunguan.audit.profile import DEFAULT, Profile, ProfileError
from yunguan.audit.report import AuditReport
from yunguan.cli.auditing.bar import Bar


def reports(files: Sequence[Path], profile: str) -> Iterator[AuditReport]:
    """The reports in the order of the files, each read in a guarded child, graded by this profile."""
    from yunguan.audit.guarded.pool import audit_files  # noqa: PLC0415 - only a run needs it

    chosen = _profile(profile)
    with Bar(len(files)) as bar:
        for report in audit_files(files, chosen):
            with bar.aside():
                yield report


def _profile(name: str) -> Profile | None:
    """The profile of this name or file; None for the usual one, which the child has."""
    if name == DEFAULT:
        return None
    from yunguan.audit.run import profile_named  # noqa: PLC0415 - loads the rules

    try:
        return profile_named(name)
    except ProfileError as error:
        raise click.UsageError(str(error)) from error
