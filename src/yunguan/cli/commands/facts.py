"""`yunguan facts`: every quantity that a document states."""

from __future__ import annotations

from pathlib import Path

import click

from yunguan.cli import say


@click.command(help="列出一份文件写出的每一个数量：主语、单位、期间、位置。")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(file: Path, *, json_: bool) -> None:
    """Print the facts."""
    from yunguan.audit.run import facts  # noqa: PLC0415 - only this command needs the readers

    found = [fact.as_json() for fact in facts(file)]
    if json_:
        say.as_json(found)
        return
    heads = ("主语", "数量", "单位", "期间", "位置", "原文")
    keys = ("subject", "text", "unit", "period", "where", "quote")
    say.table(str(file), heads, [tuple(str(fact.get(key) or "") for key in keys) for fact in found])
