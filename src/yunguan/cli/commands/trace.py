"""`yunguan trace`: from a figure to its formula, its operands and its records."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from yunguan.cli import say
from yunguan.cli.periods import DAY, PERIOD
from yunguan.core.figure import Figure
from yunguan.core.numbers import round_half_up
from yunguan.core.period import Period

if TYPE_CHECKING:
    from yunguan.indicators.selectors import Trail

SHOWN = 20


@click.command(help="查一个指标的来龙去脉：公式、分子分母、背后的记录。")
@click.argument("id_", metavar="指标编码")
@click.argument("period", type=PERIOD, metavar="年度")
@click.option("--area", default="", help="行政区划代码或分组代码。")
@click.option("--as-of", "as_of", type=DAY, help="截至的业务日期，默认为期末。")
@click.option("--json", "json_", is_flag=True, help="只输出一份 JSON。")
def command(id_: str, period: Period, area: str, as_of: date | None, *, json_: bool) -> None:
    """Print the trace; exit 2 for an unknown id."""
    from yunguan.indicators.selectors import (  # noqa: PLC0415 - after Django
        UnknownIndicator,
        figures,
        question_of,
        trails,
    )

    question = question_of(period, as_of=as_of, area=area)
    try:
        figure = figures(question, [id_])[id_]
    except UnknownIndicator as fault:
        click.echo(str(fault), err=True)
        sys.exit(2)
    paths = trails(id_, question)
    if json_:
        say.as_json(_document(figure, paths))
        return
    _print(figure, paths)


def _document(figure: Figure, paths: Sequence[Trail]) -> dict[str, Any]:
    """The figure with its formula, its operands, and ``records``: every record behind it, by operand."""
    document: dict[str, Any] = {**figure.as_json()}
    return document | {
        "formula": figure.formula,
        "operands": [
            {"label": each.label, "value": None if each.value is None else str(each.value), "records": each.records}
            for each in figure.operands
        ],
        "records": [
            {"operand": path.label, "register": path.book.id, "id": each.pk, "name": str(each), "state": each.state}
            for path in paths
            for each in path.records()
        ],
    }


def _print(figure: Figure, paths: Sequence[Trail]) -> None:
    shown = (
        figure.why_none.removesuffix("。")
        if figure.value is None
        else f"{round_half_up(figure.value, 2):f} {figure.unit}"
    )
    origin = f"（{figure.origin.label}）" if figure.origin else ""
    click.echo(f"{figure.title}：{shown}{origin}，截至 {figure.as_of:%Y-%m-%d}")
    click.echo(f"公式：{figure.formula}")
    for operand in figure.operands:
        click.echo(f"  {operand.label} = {operand.value}")
    for path in paths:
        rows = [(str(record.pk), str(record)) for record in path.records(0, SHOWN)]
        title = f"{path.label}：{len(path.ids)} 条，显示前 {len(rows)} 条"
        say.table(title, ("记录", "名称"), rows)
