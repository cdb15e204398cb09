"""维稳风险台账: the three key matters of the year and smaller ones, most of them removed early."""

from __future__ import annotations

from datetime import date
from typing import Any

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.office_year import head_of, numbered
from yunguan.demo.targets import YEAR

# found, kind, subject, trade, section, level, key matter, people, state
RISKS = (
    (date(2023, 1, 12), "wages", "客运企业节前工资发放", "passenger", "passenger", "medium", False, 86, "removed"),
    (
        date(2023, 2, 8),
        "bankruptcy",
        "骨干客运企业破产重组职工安置",
        "passenger",
        "general",
        "high",
        True,
        640,
        "watched",
    ),
    (
        date(2023, 3, 15),
        "rights",
        "城区出租汽车经营权到期重新授予",
        "taxi",
        "urban_transit",
        "high",
        True,
        1180,
        "watched",
    ),
    (
        date(2023, 4, 19),
        "recruiting",
        "驾培网上违规招生引发集中投诉",
        "driver_training",
        "driver_training",
        "medium",
        True,
        230,
        "removed",
    ),
    (
        date(2023, 5, 23),
        "stoppage",
        "网约车驾驶员反映平台抽成",
        "ride_hailing",
        "urban_transit",
        "medium",
        False,
        120,
        "removed",
    ),
    (date(2023, 6, 14), "subsidy", "燃油补贴发放时间询问增多", "taxi", "urban_transit", "low", False, 60, "removed"),
    (date(2023, 7, 19), "wages", "客运站欠缴社保", "station", "stations", "medium", False, 45, "met"),
    (
        date(2023, 8, 22),
        "recruiting",
        "驾校关停学员转训",
        "driver_training",
        "driver_training",
        "medium",
        False,
        75,
        "removed",
    ),
    (
        date(2023, 9, 20),
        "stoppage",
        "公交线路调整引发沿线居民意见",
        "bus",
        "urban_transit",
        "low",
        False,
        40,
        "removed",
    ),
    (date(2023, 10, 25), "other", "货运站场搬迁商户诉求", "freight", "freight", "low", False, 18, "dismissed"),
    (date(2023, 12, 20), "wages", "客运企业年底工资缺口", "passenger", "passenger", "high", False, 52, "assessed"),
    (date(2023, 12, 28), "rights", "网约车新增运力意见", "ride_hailing", "urban_transit", "", False, 30, "found"),
)


def rows(centre: Centre) -> list[Row]:
    """One row a risk, in the order in which they were found."""
    made = [_row(centre, risk) for risk in RISKS]
    return numbered(f"WW{YEAR}-", made, "risk_no")


def _row(centre: Centre, risk: tuple[Any, ...]) -> Row:
    day, kind, subject, trade, section, level, key, people, state = risk
    owner = operating(centre, trade)[day.month]
    row: Row = {
        "found_on": day,
        "kind": kind,
        "subject": subject,
        "description": f"排查发现“{subject}”，涉及约{people}人。",
        "found_by": "日常排查",
        "people_concerned": people,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "key_matter": key,
        "kept_by": section,
        "state": state,
    }
    if state == "dismissed":
        return row | {"dismissed_on": later(day, 2)}
    return row | _course(centre, day, section, level, state)


def _course(centre: Centre, day: date, section: str, level: str, state: str) -> Row:
    if state == "found":
        return {}
    assessed: Row = {"level": level, "assessment": "可能引发集中反映，须提前介入。", "assessed_on": later(day, 2)}
    if state == "assessed":
        return assessed
    met: Row = {
        "measures": "向市局报告，与行业协会沟通，定期联系从业人员和学员。",
        "responsible": head_of(centre, section),
        "met_on": later(day, 5),
        "reported_on": later(day, 3) if level == "high" else None,
    }
    if state == "met":
        return assessed | met
    watched = date(YEAR, 12, 15) if state == "watched" else later(day, 20)
    seen: Row = {"watched_on": watched, "situation": "情绪平稳，诉求在正常渠道办理。"}
    if state == "watched":
        return assessed | met | seen
    return assessed | met | seen | {"removed_on": later(day, 32), "outcome": "诉求已解决或解释到位，未发生群体性事件。"}
