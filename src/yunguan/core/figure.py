"""A figure: a number that travels with where it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from yunguan.core.expressions import Rows
from yunguan.core.numbers import exact_text, round_half_up
from yunguan.core.period import Period, months_before


class Origin(StrEnum):
    """Where a figure came from."""

    COMPUTED = "computed"
    IMPORTED = "imported"
    DECLARED = "declared"

    @property
    def label(self) -> str:
        """The Chinese word."""
        return {"computed": "系统计算", "imported": "外部导入", "declared": "科室申报"}[self.value]


@dataclass(frozen=True)
class Question:
    """What is asked: a period, the business date as of which, and the areas (None: without restriction).

    ``known_at`` is the second, separate question: what had been recorded by then.
    """

    period: Period
    as_of: date
    areas: frozenset[str] | None = None
    known_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.known_at is not None and self.known_at.tzinfo is None:
            raise ValueError(f"“截至何时已登记”须写明时区，而不是 {self.known_at.isoformat()}")

    def for_rows(self, rows: Rows) -> Question:
        """The question as it is put to these rows: so much earlier as they say."""
        if not rows.earlier_years and not rows.earlier_months:
            return self
        months = rows.earlier_years * 12 + rows.earlier_months
        return replace(self, period=self.period.earlier(months), as_of=months_before(self.as_of, months))


@dataclass(frozen=True)
class Operand:
    """One part of a figure: what it is in Chinese, its value, and the handle to its rows (None where it has none).

    ``distinct`` names the column whose different values were counted, "" where rows were.
    """

    label: str
    value: Decimal | None
    records: int | None = None
    source: Rows | None = None
    distinct: str = ""


@dataclass(frozen=True)
class Declaration:
    """Who says so: a value typed by the section that owns it or taken over from another system."""

    value: Decimal
    origin: Origin
    as_of: date
    by: str
    signed_by: str = ""
    evidence: str = ""
    note: str = ""
    reason: str = ""  # why it differs from the computed value, where both exist


@dataclass(frozen=True)
class Figure:
    """A value in its unit (percentages in per cent, money in the unit named), with origin, operands and definition.

    ``value`` None means no data. ``declared`` is laid beside a computed value where a section gave one too.
    """

    id: str
    title: str
    unit: str
    period: Period
    as_of: date
    value: Decimal | None
    origin: Origin | None
    formula: str
    definition: str
    section: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    records: int | None = None
    operands: tuple[Operand, ...] = ()
    declared: Declaration | None = None
    why_none: str = ""

    @property
    def differs(self) -> bool:
        """Whether a section declared another value than the records give, at the same as-of date."""
        return (
            self.declared is not None
            and self.origin is Origin.COMPUTED
            and self.value is not None
            and self.declared.as_of == self.as_of
            and not _rounds_to(self.value, self.declared.value)
        )

    def as_json(self) -> dict[str, str | int | None]:
        """The form of ``yunguan figures --json``: numbers as strings, ``records`` a count."""
        return {
            "id": self.id,
            "title": self.title,
            "value": _text(self.value),
            "unit": self.unit,
            "period": self.period.code,
            "as_of": self.as_of.isoformat(),
            "numerator": _text(self.numerator),
            "denominator": _text(self.denominator),
            "records": self.records,
            "origin": self.origin.value if self.origin else None,
            "definition": self.definition,
        }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else exact_text(number)


def _rounds_to(value: Decimal, stated: Decimal) -> bool:
    """Whether a value, rounded half up to the places that the stated one is written with, equals it."""
    exponent = stated.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return round_half_up(value, places) == stated
