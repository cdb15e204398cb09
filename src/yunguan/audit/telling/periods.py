"""The period that a fact is about, as whole days: from its own sentence, a heading above it, or the document's year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yunguan.audit.quantities import flat
from yunguan.core.period import Period

_YEAR = (
    r"(?P<year>(?:19|20)\d{2})\s*年(?:度|年?[末底初])?|(?P<short>\d{2})\s*年\s*[末底]"
    r"|(?P<word>去年|上年|今年|本年|当年|全年)度?"
)
_PART = (
    r"(?P<from>\d{1,2})\s*月?\s*[-—–~～至到]\s*(?P<to>\d{1,2})\s*月|(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"
    r"|(?P<half>[上下])半年|第?(?P<quarter>[一二三四1234])季度"
)
_PHRASE = re.compile(
    rf"(?=[截至\d去上今本当全第一二三四下])(?P<until>截\s*[止至]\s*(?:到|目前)?|(?<![以甚直至不])至)?\s*(?P<years>{_YEAR})?\s*(?P<part>{_PART})?"
    r"(?P<tail>\s*份?\s*[底末]?\s*(?P<stop>为?止)?\s*(?P<since>[\u4e00-\u9fff]{0,6}以来|起)?)"
)
_COMPARED = re.compile(r"(?:比|较|与|同|和|相比)[^，,；;]{0,8}$")
_COMPARISON = re.compile(r"\s*(?:同期)?(?:的|决算数?|预算数?|末|底)*(?:相比|增长|增加|减少|下降)")
"""What follows a year that only measures a change."""


class Source(StrEnum):
    """Where a period was read: the sentence, a heading, or the document's title."""

    SENTENCE = "原句"
    HEADING = "标题"
    DOCUMENT = "文件年度"
    NONE = "未写明"


@dataclass(frozen=True)
class ToldPeriod:
    """The words that say the period ("" where none do), the days they mean as far as they say, and their source."""

    words: str
    days: Period | None
    source: Source

    @property
    def last(self) -> date | None:
        return self.days.last if self.days else None


def period_of(said: str, headings: tuple[str, ...], year: int | None) -> ToldPeriod:
    """The period of a number by the words of its sentence before it; `year` is what the document is about."""
    for source, texts in ((Source.SENTENCE, (said,)), (Source.HEADING, headings[::-1])):
        for text in texts:
            found = _last_phrase(text, year)
            if found is not None:
                return ToldPeriod(found[0], found[1], source)
    return ToldPeriod("", Period.year(year), Source.DOCUMENT) if year else ToldPeriod("", None, Source.NONE)


def without_period(words: str) -> str:
    """The words without the phrases that say a period; what they are compared with (比 2019 年) stays."""
    kept = []
    end = 0
    for match in _PHRASE.finditer(words):
        if (match["years"] or match["part"]) and not _COMPARED.search(words[: match.start()]):
            kept.append(words[end : match.start()])
            end = match.end()
    return "".join((*kept, words[end:]))


def _last_phrase(text: str, year: int | None) -> tuple[str, Period] | None:
    known = year
    last: tuple[str, Period] | None = None
    plain = flat(text)
    for match in _PHRASE.finditer(plain):
        if not (match["years"] or match["part"]):
            continue
        if _COMPARED.search(plain[: match.start()]) or _COMPARISON.match(plain, match.end()):
            continue
        own = _own_year(match, year)
        vague = match["word"] in {"今年", "本年", "当年", "全年"} and not match["part"]
        known = own if own is not None and not (vague and known is not None) else known
        days = _days(match, known, year)
        if days is not None and not (vague and last is not None):
            last = match[0].strip(), days
    return last


def _own_year(match: re.Match[str], year: int | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["short"]:
        return 2000 + int(match["short"])
    if match["word"] and year is not None:
        return year - 1 if match["word"] in {"去年", "上年"} else year
    return None


def _days(match: re.Match[str], year: int | None, told: int | None) -> Period | None:
    """The days of a phrase: until a date from the first of its year, since a date to the end of the year told."""
    if year is None:
        return None
    try:
        part = _part(match, year)
    except ValueError:
        return None
    if match["since"]:
        return Period.range(part.first, max(part.last, date(max(year, told or year), 12, 31)))
    if match["until"] or match["stop"]:
        return Period.range(date(year, 1, 1), part.last)
    return part


def _part(match: re.Match[str], year: int) -> Period:
    if match["from"]:
        return Period.range(date(year, int(match["from"]), 1), _end(year, int(match["to"])))
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return Period.range(day, day)
    if match["month"]:
        return Period.month(year, int(match["month"]))
    if match["half"]:
        return Period.half(year, "上下".index(match["half"]) + 1)
    if match["quarter"]:
        return Period.quarter(year, "一二三四1234".index(match["quarter"]) % 4 + 1)
    return Period.year(year)


def _end(year: int, month: int) -> date:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise ValueError(f"没有 {month} 月")
    return date(year, month, calendar.monthrange(year, month)[1])
