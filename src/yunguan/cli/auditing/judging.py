"""The options that say how findings weigh: the profile, the waivers, and the waiver that is to be given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from yunguan.audit.report import AuditReport
from yunguan.cli.clock import here

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class Waiving:
    """The waiver that is asked for: the findings by the beginning of their fingerprints, why, by whom and when."""

    numbers: tuple[str, ...]
    reason: str
    by: str
    on: date


@dataclass(frozen=True)
class Judging:
    """How findings weigh in this run; `waivers` is None where each document has its own file beside it."""

    profile: str
    waivers: Path | None
    waiving: Waiving | None

    def waived(self, reports: Iterable[AuditReport]) -> Iterator[AuditReport]:
        """The reports with their waivers applied; what is asked to be waived is written first."""
        for report in reports:
            yield self._one(report)

    def _one(self, report: AuditReport) -> AuditReport:
        from yunguan.audit.waivers import book  # noqa: PLC0415 - only a run needs the auditor

        path = Path(report.file)
        place = self.waivers or book.beside(path)
        try:
            held = book.load_book(place)
            if self.waiving is not None:
                held = self._adding(report, held)
                book.save_book(held, place)
        except book.WaiverError as error:
            raise click.UsageError(str(error)) from error
        return book.with_waivers(report, held, path)

    def _adding(self, report: AuditReport, held: Any) -> Any:
        from yunguan.audit.waivers import book, waiver  # noqa: PLC0415 - only a run needs the auditor

        asked = self.waiving
        assert asked is not None  # noqa: S101 - called only then
        found = [book.finding_named(report, number) for number in asked.numbers]
        given = [waiver.waiver_of(each, reason=asked.reason, by=asked.by, on=asked.on) for each in found]
        path = Path(report.file)
        return held.adding(path.name, book.digest_of(path), given)


def judging_options(command: F) -> F:
    """Give the command `--profile`, `--waivers` and what a waiver needs."""
    day = click.DateTime(formats=["%Y-%m-%d"])
    file = click.Path(path_type=Path, dir_okay=False)
    for option in reversed(
        (
            click.option(
                "--profile",
                default="default",
                metavar="方案",
                show_default=True,
                help="审核方案的名称，或方案文件（TOML）。",
            ),
            click.option(
                "--waivers", type=file, metavar="文件", help="豁免文件，默认为报告旁边的“报告文件名.豁免.json”。"
            ),
            click.option(
                "--waive", multiple=True, metavar="编号", help="豁免这个编号的问题，可写多次；只能同时给一份文件。"
            ),
            click.option("--reason", metavar="理由", help="豁免的理由。"),
            click.option("--by", metavar="姓名", help="由谁豁免。"),
            click.option("--on", type=day, metavar="日期", help="豁免的日期（年-月-日），默认为今天。"),
        )
    ):
        command = option(command)
    return command


def judging(given: dict[str, Any], files: tuple[Path, ...]) -> Judging:
    """What these options ask for; raises UsageError where they do not fit together."""
    return Judging(given["profile"], given["waivers"], _waiving(given, files))


def _waiving(given: dict[str, Any], files: tuple[Path, ...]) -> Waiving | None:
    if not given["waive"]:
        if given["reason"] or given["by"] or given["on"]:
            raise click.UsageError("--reason、--by、--on 要与 --waive 编号 一起用")
        return None
    if len(files) != 1:
        raise click.UsageError("登记豁免一次只能给一份文件，请分开运行")
    if not (given["reason"] or "").strip() or not (given["by"] or "").strip():
        raise click.UsageError("登记豁免要写明理由和姓名：--waive 编号 --reason 理由 --by 姓名")
    return Waiving(given["waive"], given["reason"].strip(), given["by"].strip(), _day(given["on"]))


def _day(on: Any) -> date:
    if on is not None:
        chosen: date = on.date()
        return chosen
    return here().date()
