"""`yunguan demo`: the whole way on the demonstration centre, from workbooks to a checked report."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from yunguan.cli import say
from yunguan.cli.clock import now
from yunguan.core.period import Period

if TYPE_CHECKING:
    from yunguan.audit.report import AuditReport
    from yunguan.demo.build import Built
    from yunguan.report.bundle import Bundle

DATED = date(2024, 4, 3)


@click.command(help="生成演示中心：台账、指标、报告，并对报告做一次检查。")
def command() -> None:
    """Build, tell, check, summarise; exit 1 when anything is not as it should be."""
    from django.conf import settings  # noqa: PLC0415 - after Django

    from yunguan.audit.run import audit  # noqa: PLC0415
    from yunguan.demo.build import Occupied, build  # noqa: PLC0415
    from yunguan.demo.targets import YEAR  # noqa: PLC0415
    from yunguan.report.produce import produce  # noqa: PLC0415

    home: Path = settings.HOME
    with say.progress() as step:
        try:
            built = build(home, now=now(), token=lambda: secrets.token_urlsafe(9), progress=step)
        except Occupied as answer:
            raise click.UsageError(str(answer)) from answer
        step("编写报告", 0, 1)
        bundle = produce(Period.year(YEAR), home / "report", dated=DATED, created=now())
        step("检查报告", 0, 1)
        word = next(path for path in bundle.files if path.suffix == ".docx")
        checked = audit(word)
        step("完成", 1, 1)
    _summary(built, bundle, checked)
    sys.exit(0 if built.clean and not bundle.missing and checked.clean else 1)


def _summary(built: Built, bundle: Bundle, checked: AuditReport) -> None:
    rows = sum(sheet.accepted for report in built.reports for sheet in report.sheets)
    skipped = sum(len(sheet.skipped) for report in built.reports for sheet in report.sheets)
    click.echo(f"工作簿：{len(built.workbooks)} 份，在 {built.input}")
    click.echo(f"导入：接收 {rows} 行，跳过 {skipped} 行（表头和已有的相同记录）。")
    click.echo(f"科室报送：{len(built.returns)} 份已签发。")
    for path in bundle.files:
        click.echo(f"报告：{path}")
    for mark in bundle.missing:
        click.echo(f"待填：{mark.title}（{mark.id}）")
    for face in bundle.faces:
        click.echo(f"字体：{face}")
    for line in _scores():
        click.echo(line)
    click.echo(f"检查：成立的关系 {len(checked.checked)} 处，问题 {len(checked.findings)} 处。")
    for finding in checked.findings:
        click.echo(f"  {finding.message}")
    say.table("账号（一次性口令，首次登录须修改）", ("账号", "姓名", "角色", "口令"), _accounts(built))
    click.echo("运行 yunguan serve（数据目录相同）后，在浏览器中打开 http://127.0.0.1:8000/ 。")


def _scores() -> Iterator[str]:
    from yunguan.demo.targets import YEAR  # noqa: PLC0415 - after Django
    from yunguan.evaluation.selectors import score, subjects  # noqa: PLC0415

    for code, title in subjects(YEAR).items():
        tree = score(YEAR, code)
        yield f"自评：{title} {tree.score} 分，等级“{tree.band or '未定'}”。"


def _accounts(built: Built) -> list[tuple[str, str, str, str]]:
    return [
        (each.account.username, each.account.display_name, each.account.role.label, each.password or "已修改")
        for each in built.accounts
    ]
