"""`yunguan import`: workbooks into registers, section returns and budget; what is refused is listed and marked."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yunguan.cli import say
from yunguan.cli.clock import now


@click.command(
    "import", help="导入工作簿：台账、预算、科室报送；一个文件有一行被拒收则整个文件不导入，除非 --partial。"
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="文件或目录…")
@click.option("--partial", is_flag=True, help="有拒收行时仍导入其余正确的行。")
@click.option("--fill-merged", is_flag=True, help="竖向合并的单元格按首格内容填入各行（金额、数量和关键列除外）。")
@click.option("--register", "register", default="", help="指定工作簿属于哪个台账（编码或名称），配合 --map 使用。")
@click.option("--source", default="", help="来源系统名称，配合 --map 使用。")
@click.option("--map", "pairs", multiple=True, metavar="表头=列", help="指定表头对应的列，右侧留空表示忽略该列。")
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(
    paths: tuple[Path, ...],
    register: str,
    source: str,
    pairs: tuple[str, ...],
    *,
    partial: bool,
    fill_merged: bool,
    json_: bool,
) -> None:
    """Import; exit 1 when a row or a file was refused, 2 when --map makes no sense."""
    from yunguan.cli.importing import import_paths, remember_mapping  # noqa: PLC0415 - after Django

    workbooks = _workbooks(paths)
    if not workbooks:
        click.echo("没有找到 .xlsx 工作簿，请核对目录；.xls 文件请先另存为 .xlsx。", err=True)
        sys.exit(2)
    if pairs:
        try:
            remember_mapping(workbooks, register, source or "命令行", pairs, now())
        except (ValueError, LookupError) as fault:  # no pair, no such column, no such register
            click.echo(str(fault), err=True)
            sys.exit(2)
    with say.progress() as step:
        reports = import_paths(workbooks, now=now(), partial=partial, fill_merged=fill_merged, progress=step)
    if json_:
        say.as_json([report.as_json() for report in reports])
    else:
        for report in reports:
            _print(report)
    sys.exit(0 if all(report.clean for report in reports) else 1)


def _workbooks(paths: tuple[Path, ...]) -> list[Path]:
    """Files as given, folders as the workbooks in them, without Excel's lock files and our own marked copies."""
    from yunguan.cli.importing import MARKED  # noqa: PLC0415 - after Django

    found: list[Path] = []
    for path in paths:
        inside = [each for each in sorted(path.glob("*.xlsx")) if not each.stem.endswith(MARKED)]
        found += [each for each in (inside if path.is_dir() else [path]) if not each.name.startswith("~$")]
    return found


def _print(report: object) -> None:
    path, error = report.path, report.error  # type: ignore[attr-defined]
    if error:
        click.echo(f"✗ {path.name}：{error}")
        return
    for sheet in report.sheets:  # type: ignore[attr-defined]
        mark = "✓" if not sheet.refused and not sheet.questions else "✗"
        held = f"，暂不写入 {sheet.held_back}" if sheet.held_back else ""
        click.echo(
            f"{mark} {path.name}［{sheet.title or sheet.sheet}］共 {sheet.rows} 行：接收 {sheet.accepted}{held}，"
            f"跳过 {len(sheet.skipped)}，拒收 {sheet.refused_rows}"
        )
        for question in sheet.questions:
            click.echo(f"    {question}")
        for each in sheet.refused[:50]:
            click.echo(
                f"    第 {each.row} 行 {each.column_letter} 列“{each.header}”{each.value}：{each.reason}{each.remedy}"
            )
        if len(sheet.refused) > 50:  # noqa: PLR2004 - a screenful
            click.echo(f"    ……另有 {len(sheet.refused) - 50} 处，见标注副本。")
    if report.marked:  # type: ignore[attr-defined]
        click.echo(f"    标注副本：{report.marked}（导入整个目录时不读取；在副本上改正的，请指明该文件导入）")  # type: ignore[attr-defined]
