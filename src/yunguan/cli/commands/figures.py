"""`yunguan figures`: the figures of a period, with where each came from."""

from __future__ import annotations

import sys
from datetime import date

import click

from yunguan.cli import say
from yunguan.cli.periods import DAY, PERIOD
from yunguan.core.area import UnknownArea
from yunguan.core.figure import Figure
from yunguan.core.numbers import round_half_up
from yunguan.core.period import Period


@click.command(help="列出一个期间的指标：数值、来源、截止日期。")
@click.argument("period", type=PERIOD, metavar="年度")
@click.argument("ids", nargs=-1, metavar="[指标编码]…")
@click.option("--area", default="", help="行政区划代码或分组代码，如 430481、430400U。")
@click.option("--as-of", "as_of", type=DAY, help="截至的业务日期，默认为期末。")
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(period: Period, ids: tuple[str, ...], area: str, as_of: date | None, *, json_: bool) -> None:
    """Print figures; exit 2 for an unknown id or area."""
    from yunguan.indicators.selectors import UnknownIndicator, figures, question_of  # noqa: PLC0415 - after Django

    try:
        found = figures(question_of(period, as_of=as_of, area=area), ids)
    except (UnknownIndicator, UnknownArea) as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    if json_:
        say.as_json([figure.as_json() for figure in found.values()])
    else:
        heads = ("指标编码", "指标", "数值", "单位", "来源", "截至")
        say.table(f"{period.label}指标", heads, [_row(figure) for figure in found.values()])


def _row(figure: Figure) -> tuple[str, ...]:
    value = figure.why_none if figure.value is None else f"{round_half_up(figure.value, 2).normalize():f}"
    origin = figure.origin.label if figure.origin else "无数据"
    return figure.id, figure.title, value, figure.unit, origin, figure.as_of.isoformat()
