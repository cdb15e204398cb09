"""`yunguan audit`: checks any report for what cannot both be true."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yunguan.cli import say


@click.command(help="检查报告（docx、txt）中不能同时成立的数字，列出已核对且成立的关系。")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(files: tuple[Path, ...], *, json_: bool) -> None:
    """Audit; exit 1 when there is an error or a warning."""
    from yunguan.audit.run import audit  # noqa: PLC0415 - only this command needs the readers

    reports = [audit(path) for path in files]
    if json_:
        say.as_json([report.as_json() for report in reports])
    else:
        for report in reports:
            _print(report.as_json())
    sys.exit(1 if any(_wrong(report.as_json()) for report in reports) else 0)


def _wrong(document: dict[str, object]) -> bool:
    findings = document["findings"]
    assert isinstance(findings, list)  # noqa: S101 - the form is ours
    return any(finding["severity"] != "hint" for finding in findings)


def _print(document: dict[str, object]) -> None:
    click.echo(f"{document['file']}")
    words = {"error": "矛盾", "warning": "冲突", "hint": "提示"}
    for finding in document["findings"]:  # type: ignore[attr-defined]
        click.echo(f"  ［{words[finding['severity']]}］{finding['message']}")
        for place in finding["places"]:
            click.echo(f"      {place['where']}：“{place['quote']}”")
    click.echo(f"  已核对且成立的关系 {len(document['checked'])} 处。")  # type: ignore[arg-type]
    names = {"pass": "通过", "fail": "有问题", "unread": "未读", "not_applicable": "不适用", "ambiguous": "无法判定"}
    for duty in document["duties"]:  # type: ignore[attr-defined]
        click.echo(f"  {duty['rule']}：{names[duty['outcome']]}")
