"""Formats of numbers in cells: how a workbook shows them, so that it prints what the Word file prints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yunguan.core.numbers import round_half_up
from yunguan.report.formats import FORMATS, Format

_EXACT = 6  # decimals of 万元 that hold a 分; a percentage holds as many


@dataclass(frozen=True)
class CellFormat:
    """A format of the report and its twin in a workbook.

    ``percent``: the workbook holds the hundredth part. ``places``: the cell holds no more decimals than it shows,
    None where it holds the exact value.
    """

    format: Format
    code: str
    percent: bool = False
    places: int | None = None

    def held(self, value: Decimal) -> Decimal:
        """What the workbook's cell holds for a value of the report (percentages in per cent)."""
        kept = value if self.places is None else round_half_up(value, self.places)
        return kept.scaleb(-2) if self.percent else kept

    def told(self, held: Decimal) -> Decimal:
        """The value of the report for what a cell holds."""
        return held.scaleb(2) if self.percent else held

    @property
    def sum_places(self) -> int:
        """The decimals to which sums are rounded."""
        return _EXACT if self.places is None else self.places


def _twin(name: str, code: str, *, percent: bool = False, places: int | None = None) -> CellFormat:
    return CellFormat(FORMATS.get(name), code, percent, places)


CELL_FORMATS = {
    each.format.name: each
    for each in (
        _twin("integer", "0", places=0),
        _twin("thousands", "#,##0", places=0),
        _twin("decimal1", "0.0"),
        _twin("decimal2", "0.00"),
        _twin("money2", "0.00"),
        _twin("money", "General", places=2),
        _twin("percent0", "0%", percent=True),
        _twin("percent1", "0.0%", percent=True),
        _twin("percent2", "0.00%", percent=True),
    )
}
