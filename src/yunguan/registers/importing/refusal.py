"""What becomes of each row of a file: accepted, skipped with a reason, or refused with place, reason and remedy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from yunguan.core.codes import identity_number, mobile
from yunguan.core.codes.characters import masked
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.layout import Skipped
from yunguan.registers.importing.values import CellError, Covered, NoValue

_LONGEST = 60


@dataclass(frozen=True)
class Refusal:
    """One cell, or one row as a whole (no column letter), that is not taken; personal values are masked already."""

    sheet: str
    row: int
    column_letter: str
    header: str
    value: str
    reason: str
    remedy: str

    @property
    def place(self) -> str:
        """As Excel names it, `C7`; `第 7 行` for a row as a whole."""
        return f"{self.column_letter}{self.row}" if self.column_letter else f"第 {self.row} 行"

    def __str__(self) -> str:
        header = f"“{self.header}”" if self.header else ""
        value = f"（{self.value}）" if self.value else ""
        return f"工作表“{self.sheet}”{self.place}{header}{value}：{self.reason}{self.remedy}"


class RowOutcome(StrEnum):
    """What became of a row."""

    ACCEPTED = "accepted"
    SKIPPED = "skipped"
    REFUSED = "refused"


class Unaccounted(AssertionError):  # noqa: N818 - a row without an outcome is what it is
    """Rows of the file have no outcome or more than one: a fault of the program, never of the file."""


def outcomes(
    rows: int, accepted: Iterable[int], skipped: Iterable[Skipped], refused: Iterable[Refusal]
) -> dict[int, RowOutcome]:
    """The outcome of each of the `rows` rows of a sheet; Unaccounted unless each has exactly one."""
    said = Counter(accepted)
    found = dict.fromkeys(said, RowOutcome.ACCEPTED)
    for outcome, numbers in (
        (RowOutcome.SKIPPED, [each.row for each in skipped]),
        (RowOutcome.REFUSED, sorted({each.row for each in refused})),
    ):
        said.update(numbers)
        found.update(dict.fromkeys(numbers, outcome))
    wrong = sorted(row for row in {*said, *range(1, rows + 1)} if said[row] != 1 or not 1 <= row <= rows)
    if wrong:
        raise Unaccounted(f"第 {'、'.join(map(str, wrong[:10]))} 行的导入结果缺失或重复，请报告开发人员。")
    return dict(sorted(found.items()))


def shown(value: Any, column: Column | None = None) -> str:
    """A cell as a refusal quotes it: personal values masked, long ones cut."""
    text = _words(value)
    if column is not None and (column.personal or column.kind.personal):
        return _masked(text, column.kind)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _words(value: Any) -> str:
    if value is None or isinstance(value, Covered):
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, NoValue):
        return f"={value.formula}" if value.formula else "公式"
    return value.code if isinstance(value, CellError) else str(value)


def _masked(text: str, kind: Kind) -> str:
    if kind is Kind.IDENTITY_NUMBER:
        return identity_number.mask(text)
    return mobile.mask(text) if kind is Kind.MOBILE else masked(text, 1, 0)
