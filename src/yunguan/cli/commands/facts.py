"""`yunguan facts`: every quantity that a document states."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yunguan.cli import say

if TYPE_CHECKING:
    from yunguan.audit.telling.told import Told
    from yunguan.report.proposals.propose import Proposal

    Proposed = Sequence[tuple[Proposal, ...]]


@click.command(help="列出一份文件写出的每一个数量：主语、单位、期间、区域、位置。")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
@click.option("--figures", is_flag=True, help="为每个数量建议指标目录里的指标编码（至多三个），须由人确认。")
@click.option(
    "--declare",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="目录",
    help="把最可能的指标写成各科室的报送草稿，核对后用 yunguan import 导入；没有署名的导入后仍待签发。",
)
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), metavar="文件", help="另写成 Excel 清单。")
def command(file: Path, *, json_: bool, figures: bool, xlsx: Path | None, declare: Path | None) -> None:
    """Print the facts; exit 1 when the file cannot be read."""
    from yunguan.audit.guarded.pool import told_in_child  # noqa: PLC0415
    from yunguan.audit.reader import Unreadable  # noqa: PLC0415 - only this command needs the readers

    if xlsx is not None and xlsx.resolve() == file.resolve():
        raise click.UsageError("清单不能写到被读的文件上，请换一个文件名")
    try:
        found = told_in_child(file)
    except Unreadable as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    proposed = _proposed(found) if figures or declare else None
    if declare is not None and proposed is not None:
        _declare(declare, file, found, proposed)
    if xlsx is not None:
        _write(xlsx, found, proposed)
    if json_:
        say.as_json(_documents(found, proposed))
    else:
        _print(file, found, proposed)


def _proposed(found: Sequence[Told]) -> list[tuple[Proposal, ...]]:
    from yunguan.report.proposals.propose import proposals  # noqa: PLC0415

    return proposals(found)


def _declare(folder: Path, file: Path, found: Sequence[Told], proposed: Proposed) -> None:
    from yunguan.report.proposals.declare import write_drafts  # noqa: PLC0415

    drafts = list(write_drafts(folder, file.name, found, proposed))
    for path in drafts:
        click.echo(f"已写出 {path}", err=True)
    if not drafts:
        click.echo("没有写出报送草稿：没有数量能对上指标目录，或没有写明年度。", err=True)


def _documents(found: Sequence[Told], proposed: Proposed | None) -> list[dict[str, Any]]:
    if proposed is None:
        return [fact.as_json() for fact in found]
    pairs = zip(found, proposed, strict=True)
    return [fact.as_json() | {"proposals": [each.as_json() for each in likely]} for fact, likely in pairs]


def _write(path: Path, found: Sequence[Told], proposed: Proposed | None) -> None:
    from yunguan.audit.telling.workbook import write_list  # noqa: PLC0415
    from yunguan.report.proposals.columns import columns  # noqa: PLC0415

    write_list(path, found, columns(found, proposed) if proposed is not None else ())
    click.echo(f"已写出 {path}", err=True)


def _print(file: Path, found: Sequence[Told], proposed: Proposed | None) -> None:
    from rich.markup import escape  # noqa: PLC0415 - words of the file are no markup

    heads: tuple[str, ...] = ("主语", "数量", "单位", "期间", "区域", "位置", "原文")
    keys = ("subject", "text", "unit", "period", "area", "where", "quote")
    rows: list[tuple[str, ...]] = [
        tuple(escape(str(each.get(key) or "")) for key in keys) for each in (fact.as_json() for fact in found)
    ]
    if proposed is not None:
        heads = (*heads, "建议的指标（须人工确认）")
        rows = [(*row, escape("\n".join(map(str, likely)))) for row, likely in zip(rows, proposed, strict=True)]
    say.table(str(file), heads, rows)
