"""Days and times as a number format shows them: 45291 under yyyy"年"m"月" is 2023年12月."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final

_TOKEN: Final = re.compile(
    r"\[(h+|m+|s+)\]|\"([^\"]*)\"|\\(.)|(AM/PM|A/P|上午/下午)|(y+|e+|m+|d+|h+|s+|a{3,4})|(\.0+)|_.|\*.|\[[^\]]*\]|(.)",
    re.IGNORECASE | re.DOTALL,
)
_BARE: Final = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[ymdhs]|(?<!\+)\be{1,4}\b|a{3,4}", re.IGNORECASE)
_DAYS: Final = "一二三四五六日"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST: Final = 2_958_466
_LEAP_BUG: Final = 60
_SHORT: Final = 2
_NAMED: Final = 3


@lru_cache(maxsize=1_000)
def is_date(section: str) -> bool:
    """True where a section of a number format shows a day or a time."""
    bare = _BARE.sub("", section)
    return bool(_LETTERS.search(bare)) and not re.search(r"general|E[+-]", bare, re.IGNORECASE)


def moment(serial: Decimal, *, base_1904: bool) -> datetime | None:
    """The moment of a serial number; None where Excel shows none. Excel holds 1900 for a leap year."""
    if not 0 <= serial < _LAST:
        return None
    base = datetime(1904, 1, 1) if base_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - Excel knows no zone
    early = not base_1904 and serial < _LEAP_BUG
    try:
        return base + timedelta(days=int(serial) + early, seconds=round((serial - int(serial)) * 86_400))
    except OverflowError:
        return None


def shown(serial: Decimal, section: str, *, base_1904: bool) -> str | None:
    """The day or time as this section shows it; None where there is none."""
    when = moment(serial, base_1904=base_1904)
    if when is None:
        return None
    tokens = list(_TOKEN.finditer(section))
    half = any(token[4] for token in tokens)
    return "".join(_piece(tokens, at, when, serial, half=half) for at in range(len(tokens))).strip()


def _piece(tokens: list[re.Match[str]], at: int, when: datetime, serial: Decimal, *, half: bool) -> str:
    elapsed, quoted, escaped, noon, letters, _, other = tokens[at].groups()
    if elapsed:
        return _elapsed(elapsed.lower(), serial)
    if noon:
        return _noon(noon, when)
    if letters:
        code = letters.lower()
        if code[0] == "m" and _is_minutes(tokens, at):
            return f"{when.minute:0{min(len(code), _SHORT)}d}"
        return _part(code, when, half=half)
    return quoted or escaped or other or ""


def _elapsed(code: str, serial: Decimal) -> str:
    per_day = {"h": 24, "m": 1_440, "s": 86_400}[code[0]]
    seconds = round(serial * 86_400)
    return f"{seconds * per_day // 86_400:0{min(len(code), _SHORT)}d}"


def _noon(code: str, when: datetime) -> str:
    first, _, second = code.partition("/")
    return second if when.hour >= 12 else first  # noqa: PLR2004 - noon


def _is_minutes(tokens: list[re.Match[str]], at: int) -> bool:
    """An m behind hours or before seconds counts minutes."""
    codes = [(i, (token[5] or token[1] or "").lower()) for i, token in enumerate(tokens) if token[5] or token[1]]
    here = next(place for place, (i, _) in enumerate(codes) if i == at)
    before = codes[here - 1][1] if here else ""
    behind = codes[here + 1][1] if here + 1 < len(codes) else ""
    return len(codes[here][1]) <= _SHORT and (before.startswith("h") or behind.startswith("s"))


def _part(code: str, when: datetime, *, half: bool) -> str:
    width = min(len(code), _SHORT)
    if code[0] in "ye":
        return f"{when.year % 100:02d}" if code[0] == "y" and len(code) <= _SHORT else str(when.year)
    if code[0] == "m":
        return _MONTHS[when.month - 1] if len(code) >= _NAMED else f"{when.month:0{width}d}"
    if code[0] == "a" or len(code) >= _NAMED:
        return {"aaa": "", "ddd": "周"}.get(code, "星期") + _DAYS[when.weekday()]
    if code[0] == "d":
        return f"{when.day:0{width}d}"
    if code[0] == "h":
        return f"{(when.hour - 1) % 12 + 1 if half else when.hour:0{width}d}"
    return f"{when.second:0{width}d}"
