"""Period: a span of whole days that a figure is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)
_QUARTERS = "一二三四"
_HALVES = "上下"
_REMEDY = "请写成 2023（年）、2023H1（半年）、2023Q3（季度）、2023-11（月）或 2023-01-01/2023-11-30（起止日期）"


class Kind(StrEnum):
    """How a period is cut from the calendar."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    RANGE = "range"


_LENGTH = {Kind.YEAR: 12, Kind.HALF: 6, Kind.QUARTER: 3, Kind.MONTH: 1}
_NAMES = {Kind.HALF: "半年", Kind.QUARTER: "季度", Kind.MONTH: "月份"}


@dataclass(frozen=True)
class Period:
    """Whole days from `first` to `last`, both included; raises ValueError when they do not fit `kind`."""

    kind: Kind
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"期间的起日 {self.first} 晚于止日 {self.last}，请对调或改正")
        length = _LENGTH.get(self.kind)
        if length is None:
            return
        begins = self.first.day == 1 and (self.first.month - 1) % length == 0
        if not begins or self.last != _last_day(self.first, length):
            raise ValueError(f"{self.first} 至 {self.last} 不是一个完整的期间，请改用起止日期的写法")

    @classmethod
    def year(cls, year: int) -> Period:
        return cls._of(Kind.YEAR, year, 1)

    @classmethod
    def half(cls, year: int, number: int) -> Period:
        return cls._of(Kind.HALF, year, number)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        return cls._of(Kind.QUARTER, year, number)

    @classmethod
    def month(cls, year: int, number: int) -> Period:
        return cls._of(Kind.MONTH, year, number)

    @classmethod
    def range(cls, first: date, last: date) -> Period:
        return cls(Kind.RANGE, first, last)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read what `code` wrote; raises ValueError on anything else."""
        for pattern, build in _FORMS:
            if found := pattern.fullmatch(text):
                return build(*found.groups())
        raise ValueError(f"认不出期间“{text}”，{_REMEDY}")

    @property
    def code(self) -> str:
        """The short form that `parse` reads back."""
        match self.kind:
            case Kind.YEAR:
                return f"{self.first:%Y}"
            case Kind.HALF:
                return f"{self.first:%Y}H{self._number}"
            case Kind.QUARTER:
                return f"{self.first:%Y}Q{self._number}"
            case Kind.MONTH:
                return f"{self.first:%Y-%m}"
            case Kind.RANGE:
                return f"{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def label(self) -> str:
        """The period as a report names it."""
        year = f"{self.first.year}年"
        match self.kind:
            case Kind.YEAR:
                return year
            case Kind.HALF:
                return f"{year}{_HALVES[self._number - 1]}半年"
            case Kind.QUARTER:
                return f"{year}第{_QUARTERS[self._number - 1]}季度"
            case Kind.MONTH:
                return f"{year}{self.first.month}月"
            case Kind.RANGE:
                return _range_label(self.first, self.last)

    def previous(self) -> Period:
        """The period of the same kind just before; for a range, as many days as this one has."""
        end = self.first - _DAY
        length = _LENGTH.get(self.kind)
        if length is None:
            return Period.range(end - (self.last - self.first), end)
        return Period(self.kind, _shift(self.first, -length), end)

    def earlier(self, months: int) -> Period:
        """The same span so many months before; a range where it is no whole year, quarter or month any more."""
        first, last = months_before(self.first, months), months_before(self.last, months)
        length = _LENGTH.get(self.kind)
        whole = length is not None and first.day == 1 and (first.month - 1) % length == 0
        return Period(self.kind if whole else Kind.RANGE, first, last)

    def months(self) -> Iterator[Period]:
        """Each calendar month that the period touches, in order."""
        first = self.first.replace(day=1)
        while first <= self.last:
            yield Period.month(first.year, first.month)
            first = _shift(first, 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.label

    @property
    def _number(self) -> int:
        return (self.first.month - 1) // _LENGTH[self.kind] + 1

    @classmethod
    def _of(cls, kind: Kind, year: int, number: int) -> Period:
        if not 1900 <= year <= 2199:  # noqa: PLR2004 - a typing slip is likelier than such a year
            raise ValueError(f"年份 {year} 不在 1900 至 2199 之间，请核对")
        length = _LENGTH[kind]
        if not 1 <= number <= 12 // length:
            raise ValueError(f"没有第 {number} 个{_NAMES[kind]}，一年只有 {12 // length} 个，请改正")
        first = date(year, (number - 1) * length + 1, 1)
        return cls(kind, first, _last_day(first, length))


def months_before(day: date, months: int) -> date:
    """The same day so many months before; the last day of a month stays the last day of its month."""
    end = _last_day(_shift(day.replace(day=1), -months), 1)
    is_last = (day + _DAY).day == 1
    return end if is_last else end.replace(day=min(day.day, end.day))


def _shift(first: date, months: int) -> date:
    """The first day of the month that lies `months` away."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _last_day(first: date, months: int) -> date:
    return _shift(first, months) - _DAY


def _range_label(first: date, last: date) -> str:
    start = f"{first.year}年{first.month}月{first.day}日"
    if first == last:
        return start
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{start}至{year}{last.month}月{last.day}日"


def _range_from(first: str, last: str) -> Period:
    return Period.range(_day(first), _day(last))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"期间里的日期“{text}”不存在，请改正") from None


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"([0-9]{4})"), lambda year: Period.year(int(year))),
    (re.compile(r"([0-9]{4})H([0-9])"), lambda year, number: Period.half(int(year), int(number))),
    (re.compile(r"([0-9]{4})Q([0-9])"), lambda year, number: Period.quarter(int(year), int(number))),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), lambda year, number: Period.month(int(year), int(number))),
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})"), _range_from),
)
