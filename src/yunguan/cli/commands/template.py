"""`yunguan template`: empty workbooks with headers, drop-downs and notes."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(help="生成台账的空白导入模板；不写台账名则列出全部台账。")
@click.argument("registers", nargs=-1, metavar="[台账]…")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="输出目录。")
def command(registers: tuple[str, ...], out: Path) -> None:
    """Write the templates; exit 2 for an unknown register."""
    from yunguan.registers.book import UnknownRegister, book, books  # noqa: PLC0415 - after Django
    from yunguan.registers.importing.template import write_template  # noqa: PLC0415

    if not registers:
        for each in books().values():
            click.echo(f"{each.id}　{each.title}")
        return
    try:
        wanted = [book(name) for name in registers]
    except UnknownRegister as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    out.mkdir(parents=True, exist_ok=True)
    for each in wanted:
        path = out / f"{each.title}.xlsx"
        write_template(each.title, each.columns, path)
        click.echo(str(path))
