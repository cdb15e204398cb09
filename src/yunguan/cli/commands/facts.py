"""`yunguan facts`: every quantity that a document states."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yunguan.cli import say


@click.command(help="列出一份文件写出的每一个数量：主语、单位、期间、区域、位置。")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="另写成 Excel 清单。")
def command(file: Path, *, json_: bool, xlsx: Path | None) -> None:
    """Print the facts; exit 1 when the file cannot be read."""
    from yunguan.audit.guarded.pool import told_in_child  # noqa: PLC0415 - only this command needs the readers
    from yunguan.audit.reader import Unreadable  # noqa: PLC0415
    from yunguan.audit.telling.workbook import write_list  # noqa: PLC0415

    if xlsx is not None and xlsx.resolve() == file.resolve():
        raise click.UsageError("清单不能写到被读的文件上，请换一个文件名")
    try:
        found = told_in_child(file)
    except Unreadable as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    if xlsx is not None:
        write_list(xlsx, found)
        click.echo(f"已写出 {xlsx}", err=True)
    if json_:
        say.as_json([fact.as_json() for fact in found])
        return
    from rich.markup import escape  # noqa: PLC0415 - words of the file are no markup

    heads = ("主语", "数量", "单位", "期间", "区域", "位置", "原文")
    keys = ("subject", "text", "unit", "period", "area", "where", "quote")
    say.table(str(file), heads, [tuple(escape(str(fact.as_json().get(key) or "")) for key in keys) for fact in found])
