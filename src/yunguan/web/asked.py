"""Which year and which day a page of figures is asked about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from yunguan.core.figure import Question
from yunguan.core.numbers import read_date
from yunguan.core.period import Period
from yunguan.indicators.selectors import question_of
from yunguan.registers.selectors import opened_years
from yunguan.web.access import scope
from yunguan.web.words import sentence

EARLIEST, LATEST = 2000, 2100


@dataclass(frozen=True)
class Asked:
    """The question of a page, the years to choose from, what was wrong with the address."""

    question: Question
    year: int
    years: tuple[int, ...]
    as_of: str
    complaint: str = ""

    @property
    def address(self) -> str:
        """The query string of the same question."""
        return "?" + urlencode({"year": self.year, **({"as_of": self.as_of} if self.as_of else {})})


def asked(request: HttpRequest) -> Asked:
    """Read the address; without a year the newest of those for which most registers were opened."""
    years = _years()
    year, day, complaint = _year(request, years), None, ""
    typed = request.GET.get("as_of", "").strip()
    if typed:
        try:
            day = read_date(typed)
        except ValueError as fault:
            complaint = sentence(fault)
    if day is not None and day.year != year:
        day, complaint = None, "截止日期不在所选年度之内，已按年末计算。"
    question = question_of(Period.year(year), as_of=day, scope=scope(request))
    return Asked(question, year, years, day.isoformat() if day else "", complaint)


def _years() -> tuple[int, ...]:
    this_year = timezone.localdate().year
    opened = {year for years in opened_years().values() for year in years if EARLIEST <= year <= this_year}
    return tuple(sorted(opened | {this_year}, reverse=True))


def _year(request: HttpRequest, years: tuple[int, ...]) -> int:
    typed = request.GET.get("year", "")
    if typed.isascii() and typed.isdecimal() and EARLIEST <= int(typed) <= LATEST:
        return int(typed)
    kept = Counter(each for opened in opened_years().values() for each in opened if each in years)
    return max(years, key=lambda each: (kept[each], each))
