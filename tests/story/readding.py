"""Adds every computed figure up again: from the records that are listed for it, and from the member areas."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from yunguan.cli.house import open_house

AS_OF = date(2023, 12, 31)


def of_records(figure: Any, leaves: Iterable[Any], trails: Iterable[Any]) -> Iterator[list[str]]:
    """Each operand with what its listed records come to, where that is something else."""
    from yunguan.core.expressions import GroupMean, Sum  # noqa: PLC0415 - after Django

    for operand, leaf, trail in zip(figure.operands, leaves, trails, strict=True):
        again = operand.value if isinstance(leaf, GroupMean) else Decimal(len(trail.ids))
        if isinstance(leaf, Sum):
            again = Decimal(sum(getattr(each, leaf.field) for each in trail.records())) / leaf.divisor
            again = again if trail.ids or leaf.nothing_is_zero else None
        if (operand.value, operand.records) != (again, len(trail.ids)):
            yield [figure.id, operand.label, f"{operand.value} {operand.records}", f"{again} {len(trail.ids)}"]


def of_areas(whole: Any, parts: Iterable[Any], sides: Iterable[str]) -> Iterator[list[str]]:
    """Each count with the sum over the areas, where that is something else."""
    found = list(parts)
    for side in sides:
        shares = [share for part in found if (share := getattr(part, side)) is not None]
        again = sum(shares, Decimal(0)) if shares else None
        if again != getattr(whole, side):
            yield [whole.id, side, str(getattr(whole, side)), str(again)]


def counts_days(leaf: Any, facts: Any) -> bool:
    """Whether different days are counted: one day may stand in several areas, so these do not add up."""
    from yunguan.core.expressions import CountDistinct  # noqa: PLC0415 - after Django

    return isinstance(leaf, CountDistinct) and facts[leaf.rows.register].types.get(leaf.field) == "date"


def main() -> None:
    """Print the figures that do not come out again, and which were looked at."""
    open_house(None)
    from yunguan.core.expressions import GroupMean, Ratio  # noqa: PLC0415 - after Django
    from yunguan.core.figure import Origin, Question  # noqa: PLC0415
    from yunguan.core.period import Period  # noqa: PLC0415
    from yunguan.indicators.compute import leaves_of  # noqa: PLC0415
    from yunguan.indicators.house import CentreHouse  # noqa: PLC0415
    from yunguan.indicators.indicator import catalogue  # noqa: PLC0415
    from yunguan.indicators.selectors import figures, trails  # noqa: PLC0415

    asked = Question(Period.year(2023), AS_OF)
    whole = figures(asked)
    known = dict(zip(catalogue().keys(), catalogue(), strict=True))
    computed = [each for each in catalogue() if whole[each.id].origin is not Origin.DECLARED]
    areas = sorted(CentreHouse().members("430400", AS_OF))
    parts = [figures(Question(asked.period, AS_OF, frozenset({area}))) for area in areas]
    facts = CentreHouse().reader.facts
    records: list[list[str]] = []
    rolled: list[list[str]] = []
    for each in computed:
        records += of_records(whole[each.id], [leaf for _, leaf in leaves_of(each, known)], trails(each.id, asked))
        by_day = any(counts_days(leaf, facts) for _, leaf in leaves_of(each, known))
        if not isinstance(each.expression, GroupMean) and not by_day:
            sides = ("numerator", "denominator") if isinstance(each.expression, Ratio) else ("value",)
            rolled += of_areas(whole[each.id], (part[each.id] for part in parts), sides)
    seen = [each.id for each in computed]
    print(json.dumps({"seen": seen, "areas": len(areas), "records": records, "rolled": rolled}))


if __name__ == "__main__":
    main()
