"""The options that set documents beside the audited ones: last year's report, the accounts of the same year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from yunguan.audit.report import AuditReport

F = TypeVar("F", bound=Callable[..., Any])
Run = Callable[[Sequence[Path]], Iterable[AuditReport]]

MOST_TO_PAIR = 40
"""Files given at once that are looked through for pairs; of more, none is kept until the others are read."""


def companion_options(command: F) -> F:
    """Give the command `--last-year` and `--companion`."""
    file = click.Path(path_type=Path, exists=True, dir_okay=False)
    for option in reversed(
        (
            click.option(
                "--last-year", "last_year", type=file, metavar="文件", help="上年的同类报告，用来核对上年数和照抄。"
            ),
            click.option(
                "--companion", multiple=True, type=file, metavar="文件", help="同年的部门决算或基础数据表，可写多次。"
            ),
        )
    ):
        command = option(command)
    return command


def with_companions(files: Sequence[Path], given: dict[str, Any], run: Run, profile: str) -> Iterator[AuditReport]:
    """The reports on these files, each held against what lies beside it.

    Without an option, files given together are paired where they name one unit and fit in kind and year.
    """
    asked = given["last_year"] is not None or given["companion"]
    if not asked and not 1 < len(files) <= MOST_TO_PAIR:
        yield from run(files)
        return
    from yunguan.audit.pairs.run import against, kin_among  # noqa: PLC0415 - only a run needs the readers
    from yunguan.audit.run import profile_named  # noqa: PLC0415

    reports = list(run(files)) if not asked else run(files)
    chosen, others = None, list(_asked(given, run)) if asked else []
    for report in reports:
        chosen = chosen or profile_named(profile)
        beside = others if asked else kin_among(report, reports)
        yield against(report, beside, chosen)


def _asked(given: dict[str, Any], run: Run) -> Iterator[tuple[Any, Any]]:
    from yunguan.audit.pairs.pair import Kin  # noqa: PLC0415 - only a run needs the readers
    from yunguan.audit.pairs.run import Beside  # noqa: PLC0415

    wanted = [(Kin.LAST_YEAR, given["last_year"])] if given["last_year"] else []
    wanted += [(Kin.COMPANION, path) for path in given["companion"]]
    for kin, path in wanted:
        for report in run([path]):
            if report.reading is None:
                raise click.UsageError(f"对照文件“{path}”读不出来：{report.findings[0].message}")
            yield kin, Beside(str(path), report.reading)
