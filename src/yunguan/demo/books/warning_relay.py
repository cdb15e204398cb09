"""预警转发台账: ice in January and December, rain and floods from April on, fog in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR


@dataclass(frozen=True)
class Notice:
    """One warning: when it came and what became of it."""

    day: date
    at: str
    kind: str
    level: str
    words: str
    minutes: int | None
    audience: str = "key_carriers"
    origin: str = "weather"


WARNINGS = (
    Notice(date(YEAR, 1, 13), "15:10", "ice", "orange", "14日起气温骤降，山区路段有道路结冰", 18, "carrying"),
    Notice(date(YEAR, 1, 20), "09:25", "fog", "yellow", "早间有大雾，能见度不足200米", 35),
    Notice(date(YEAR, 2, 11), "16:40", "rain", "blue", "未来两天有持续阴雨", 64),
    Notice(date(YEAR, 3, 24), "17:05", "wind", "blue", "夜间有雷暴大风", 48),
    Notice(date(YEAR, 4, 3), "10:15", "rain", "yellow", "有大到暴雨并伴强对流", 29),
    Notice(date(YEAR, 5, 5), "14:30", "rain", "orange", "三小时雨量已达50毫米以上", 22),
    Notice(date(YEAR, 5, 20), "08:50", "rain", "yellow", "部分县市有暴雨", 75),
    Notice(date(YEAR, 6, 22), "11:20", "rain", "orange", "端午期间有暴雨，低洼路段易积水", 26, "carrying", "emergency"),
    Notice(date(YEAR, 6, 24), "07:45", "rain", "red", "一小时雨量将超80毫米，请停运涉险线路", 12, "carrying"),
    Notice(date(YEAR, 7, 3), "13:30", "heat", "orange", "最高气温将达38度以上", 41),
    Notice(
        date(YEAR, 7, 29), "15:55", "flood", "yellow", "上游来水增加，沿江道路注意防洪", 33, "key_carriers", "emergency"
    ),
    Notice(date(YEAR, 8, 18), "10:05", "heat", "yellow", "连续三日高温", None),
    Notice(date(YEAR, 10, 27), "18:10", "fog", "yellow", "夜间至次日早晨有浓雾", 38),
    Notice(date(YEAR, 11, 29), "09:40", "wind", "blue", "冷空气南下，阵风六至七级", 90),
    Notice(date(YEAR, 12, 14), "10:30", "ice", "yellow", "15日起有雨夹雪，桥面易结冰", 25, "carrying"),
    Notice(
        date(YEAR, 12, 21),
        "16:20",
        "ice",
        "orange",
        "最低气温零下三度，高海拔路段结冰",
        20,
        "key_carriers",
        "transport",
    ),
    Notice(date(YEAR + 1, 1, 4), "15:30", "fog", "yellow", "早晚有雾，请降速行驶", 31),
    Notice(date(YEAR + 1, 1, 5), "16:50", "ice", "yellow", "下周有低温雨雪过程", -1),
)
"""Minutes until it went on; None where it did not have to; less than nothing where it has only just come."""
LATEST = date(YEAR + 1, 1, 1)


def rows(centre: Centre) -> list[Row]:
    """One row a warning."""
    del centre
    return [_row(warning, number) for number, warning in enumerate(WARNINGS, start=1)]


def clock(at: str, minutes: int) -> str:
    """The time of day so many minutes later."""
    hour, minute = map(int, at.split(":"))
    total = hour * 60 + minute + minutes
    return f"{total // 60:02d}:{total % 60:02d}"


def _row(warning: Notice, number: int) -> Row:
    return {
        "warning_no": f"YJ{warning.day.year}-{number:02d}",
        "origin": warning.origin,
        "kind": warning.kind,
        "level": warning.level,
        "text": warning.words,
        "issued_on": warning.day,
        "issued_at": clock(warning.at, -7),
        "received_on": warning.day,
        "received_at": warning.at,
        "valid_to": warning.day + timedelta(days=2),
        "audience": warning.audience,
    } | _course(warning)


def _course(warning: Notice) -> Row:
    if warning.minutes is None:
        return {"lifted_on": warning.day, "state": "not_relayed"}
    if warning.minutes < 0:
        return {"state": "received"}
    told = {
        "channel": "微信工作群、短信",
        "forwarded_on": warning.day,
        "forwarded_at": clock(warning.at, warning.minutes),
    }
    if warning.day >= LATEST:
        return told | {"state": "forwarded"}
    return told | {"lifted_on": warning.day + timedelta(days=2), "state": "lifted"}
