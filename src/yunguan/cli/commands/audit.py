"""`yunguan audit`: checks any report for what cannot both be true."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from yunguan.audit.outputs.wrapping import plain
from yunguan.cli.auditing.companions import companion_options, with_companions
from yunguan.cli.auditing.explain import explain_options
from yunguan.cli.auditing.judging import judging, judging_options
from yunguan.cli.auditing.outputs import output_options, sinks
from yunguan.cli.auditing.run import reports
from yunguan.cli.clock import here


@click.command(help="检查报告（Word、PDF、Excel、文本）中不能同时成立的数字，列出已核对且成立的关系。")
@click.argument("files", nargs=-1, metavar="文件…", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@judging_options
@companion_options
@output_options
@explain_options
def command(files: tuple[Path, ...], **given: Any) -> None:
    """Audit; exit 1 when there is an error or a warning."""
    if not files:
        raise click.UsageError("请写明要检查的文件，例如：yunguan audit 自评报告.docx")
    weighing = judging(given, files)
    opened = tuple(sinks(given, files))
    for sink in opened:
        sink.begin(here())
    clean = True
    found = with_companions(files, given, lambda paths: reports(paths, weighing.profile), weighing.profile)
    for report in weighing.waived(found):
        clean = clean and report.clean
        for sink in opened:
            sink.take(report)
    for path in (path for sink in opened for path in sink.finish()):
        click.echo(plain(f"已写出 {path}"), err=True)
    for sentence in (sentence for sink in opened for sentence in sink.remarks()):
        click.echo(plain(sentence), err=True)
    sys.exit(0 if clean else 1)
