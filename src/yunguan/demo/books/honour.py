"""荣誉台账: what the centre and its people won in the year, and what the city had won before."""

from __future__ import annotations

from datetime import date
from typing import Any

from yunguan.demo.centre import Centre, Row
from yunguan.demo.office_year import somebody

CONTEST, HOST = "湖南省新能源汽车维修工技能大赛", "湖南省交通运输厅"


def rows(centre: Centre) -> list[Row]:
    """One row an honour, in the order of the days."""
    chance = centre.random("honour")
    best = somebody(centre, chance, "maintenance")
    honours: list[tuple[Any, ...]] = [
        (
            date(2022, 11, 18),
            "第三批绿色货运配送示范工程创建城市",
            "city",
            "衡阳市",
            "national",
            "",
            "交通运输部",
            "freight",
        ),
        (
            date(2023, 2, 27),
            "春运工作先进单位",
            "centre",
            "衡阳市道路运输服务中心",
            "municipal",
            "",
            "市春运办",
            "passenger",
        ),
        (date(2023, 7, 21), CONTEST, "person", best, "provincial", "三等奖", HOST, "maintenance"),
        (date(2023, 7, 21), CONTEST, "team", "衡阳市代表队", "provincial", "三等奖", HOST, "maintenance"),
        (
            date(2023, 12, 29),
            "年度学习先进党员",
            "person",
            somebody(centre, chance, "finance"),
            "centre",
            "",
            "中心党委",
            "general",
        ),
    ]
    return [_row(each) for each in honours]


def _row(honour: tuple[Any, ...]) -> Row:
    day, title, kind, recipient, grade, place, issuer, section = honour
    return {
        "awarded_on": day,
        "honour_title": title,
        "recipient_kind": kind,
        "recipient": recipient,
        "grade": grade,
        "place": place or None,
        "issuer": issuer,
        "kept_by": section,
    }
