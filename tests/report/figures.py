"""Figures for tests, made from a plain list: id, title, value, unit and as-of date of each."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from yunguan.core.figure import Declaration, Figure, Operand, Origin
from yunguan.core.period import Period
from yunguan.report.assemble import CoverFacts

GOLDEN = Path(__file__).parents[1] / "golden"
YEAR = Period.year(2023)
UNIT = "衡阳市道路运输服务中心"
COVER = CoverFacts(unit=UNIT, period=YEAR, dated=date(2024, 4, 3))

Key = tuple[str, date | None]


def hengyang() -> dict[Key, Figure]:
    """The listed figures under their id, and under their as-of date where that is not the year's end."""
    figures: dict[Key, Figure] = {}
    for row in _rows():
        figure = _figure(row)
        figures[figure.id, None] = figure
        if figure.as_of != YEAR.last:
            figures[figure.id, figure.as_of] = figure
    return figures | {(figure.id, None): figure for figure in (*_pooled(), *_neighbours())}


def figure(id: str = "plates.charter", value: str | None = "21525", **changes: object) -> Figure:  # noqa: A002
    """One figure, with whatever is to differ."""
    plain = Figure(
        id=id,
        title="包车牌",
        unit="块",
        period=YEAR,
        as_of=YEAR.last,
        value=None if value is None else Decimal(value),
        origin=Origin.COMPUTED,
        formula="牌证台账的记录数",
        definition="0",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def _neighbours() -> list[Figure]:
    """Figures of the demonstration that the report tells beside the published ones."""
    with (GOLDEN / "neighbours.csv").open(encoding="utf-8") as file:
        return [figure(row["id"], row["value"], title=row["name"], unit=row["unit"]) for row in csv.DictReader(file)]


def _rows() -> list[dict[str, str]]:
    with (GOLDEN / "figures.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _figure(row: dict[str, str]) -> Figure:
    as_of = date.fromisoformat(row["as_of"]) if len(row["as_of"]) == 10 else YEAR.last
    return figure(
        row["id"],
        row["value"],
        title=row["name"],
        unit=row["unit"],
        as_of=as_of,
        origin=Origin.DECLARED,
        section=row["section"],
        formula="",
        declared=Declaration(Decimal(row["value"]), Origin.DECLARED, as_of, "科室填报人", "科室负责人", "台账.xlsx"),
    )


def _pooled() -> list[Figure]:
    registered, attended, passed = Decimal(936), Decimal(772), Decimal(289)
    return [
        _rate("absence_rate", "弃考率（按人次合并）", ("弃考人次", registered - attended), ("报名人次", registered)),
        _rate("pass_rate", "合格率（按参考人次）", ("通过人次", passed), ("参考人次", attended)),
    ]


def _rate(name: str, title: str, above: tuple[str, Decimal], below: tuple[str, Decimal]) -> Figure:
    (_, numerator), (_, denominator) = above, below
    return figure(
        f"safety.managers_exam.{name}",
        str(numerator / denominator * 100),
        title=title,
        unit="%",
        section="七",
        formula=f"{above[0]} ÷ {below[0]}",
        numerator=numerator,
        denominator=denominator,
        records=int(denominator),
        operands=tuple(Operand(label, value, int(value)) for label, value in (above, below)),
    )
