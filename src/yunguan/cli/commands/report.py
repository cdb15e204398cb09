"""`yunguan report`: the bundle of a period, in Word, PDF and Excel."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from yunguan.cli import say
from yunguan.cli.clock import now
from yunguan.cli.periods import DAY, PERIOD
from yunguan.core.period import Period


@click.command(help="生成部门整体支出绩效自评报告：Word、PDF 和证据清单。")
@click.argument("period", type=PERIOD, metavar="年度")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="输出目录，默认为数据目录下的 report。")
@click.option("--dated", type=DAY, help="封面日期，默认留空待填。")
@click.option("--fonts", type=click.Path(path_type=Path, exists=True, file_okay=False), help="本单位字体目录。")
@click.option("--with-forms/--without-forms", default=True, help="附表是否印在报告正文之后，默认印。")
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(
    period: Period, out: Path | None, dated: date | None, fonts: Path | None, *, with_forms: bool, json_: bool
) -> None:
    """Write the bundle; figures without a value are named, never faked."""
    from django.conf import settings  # noqa: PLC0415 - after Django

    from yunguan.report.produce import produce  # noqa: PLC0415 - after Django

    folder = out or settings.HOME / "report"
    bundle = produce(
        period,
        folder,
        dated=dated,
        created=now(),
        own_fonts=fonts,
        own_forms=settings.HOME / "forms",
        with_forms=with_forms,
    )
    if json_:
        say.as_json(
            {
                "files": [str(path) for path in bundle.files],
                "missing": [{"id": mark.id, "title": mark.title} for mark in bundle.missing],
                "faces": list(bundle.faces),
                "gaps": list(bundle.gaps),
                "complaints": list(bundle.complaints),
            }
        )
        return
    for path in bundle.files:
        click.echo(str(path))
    for mark in bundle.missing:
        click.echo(f"待填：{mark.title}（{mark.id}）")
    for complaint in bundle.complaints:
        click.echo(complaint)
    if bundle.gaps:
        click.echo(f"附表尚有 {len(bundle.gaps)} 行空缺，表中已标黄，请补齐有关台账后重新生成。")
    for face in bundle.faces:
        click.echo(face)
