"""司机之家台账: two homes accepted in October, two that run since earlier, and those still on the way."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

LEIYANG = "430481"
URBAN = "430408"
ROOMY: Row = {
    "parking_spaces": 120,
    "dangerous_spaces": 8,
    "beds": 24,
    "showers": 8,
    "washers": 4,
    "toilets": 22,
    "hot_water": True,
    "meal_heating": True,
    "wireless": True,
    "free_items": "停车、热水、饭菜加热、无线网络",
    "prices": "淋浴5元/次，洗衣8元/次，住宿60元/晚",
    "opening_hours": "全天24小时",
}
SMALL = ROOMY | {"parking_spaces": 46, "dangerous_spaces": 0, "beds": 10, "showers": 3, "washers": 2, "toilets": 8}


def rows(centre: Centre) -> list[Row]:
    """One row a home, in the order of application."""
    carriers = operating(centre, "freight")
    urban = [row for row in carriers if row["area"] == URBAN and row["entity_kind"] == "1"]
    return [
        _older("SJ-01", "岫江物流园司机之家", "park", urban[0], star="AAA"),
        _older("SJ-02", "雁屿货运站司机之家", "freight_station", urban[1], star=None),
        _accepted("SJ-03", "砚山服务区司机之家", "service_area", None, rectified=False),
        _accepted("SJ-04", "荻洲货运场站司机之家", "carrier", urban[2], rectified=True),
        _home("SJ-05", "澄江服务区司机之家", "service_area", None, "assessed")
        | {"building_from": date(YEAR, 7, 3), "self_score": 84.5, "assessed_on": date(YEAR, 12, 20)},
        _home("SJ-06", "鹭洲物流园司机之家", "park", urban[3], "building") | {"building_from": date(YEAR, 10, 16)},
        _home("SJ-07", "榆荫货运站司机之家", "freight_station", urban[4], "applied"),
        _home("SJ-08", "苇岸停车场司机之家", "carrier", urban[5], "declined") | {"declined_on": date(YEAR, 5, 18)},
        _home("SJ-09", "莲塘物流园司机之家", "park", urban[6], "rectifying")
        | {
            "building_from": date(YEAR, 6, 5),
            "self_score": 80.0,
            "assessed_on": date(YEAR, 11, 20),
            "rectify_on": date(YEAR, 12, 4),
            "findings": "淋浴间未分设男女，热水供应不足，请整改。",
        },
    ]


def _home(number: str, name: str, kind: str, owner: Row | None, state: str) -> Row:
    applied = date(YEAR, 12, 11) if state == "applied" else date(YEAR, 4, 11)
    return (SMALL if kind in {"carrier", "freight_station"} else ROOMY) | {
        "home_no": number,
        "name": name,
        "home_kind": kind,
        "operator": owner["uscc"] if owner else None,
        "operator__name": owner["name"] if owner else None,
        "runner": owner["name"] if owner else f"{name.removesuffix('司机之家')}经营管理有限公司",
        "address": owner["address"] if owner else "高速公路服务区内",
        "applied_on": applied,
        "area": owner["area"] if owner else LEIYANG,
        "state": state,
    }


def _older(number: str, name: str, kind: str, owner: Row, star: str | None) -> Row:
    """Accepted the year before and running since."""
    year = YEAR - 1
    return _home(number, name, kind, owner, "running" if star else "reviewing") | {
        "applied_on": date(year, 2, 21),
        "building_from": date(year, 4, 6),
        "self_score": 90.0,
        "assessed_on": date(year, 9, 13),
        "experts": 5,
        "score": 88.5,
        "accepted_on": date(year, 10, 20),
        "running_from": date(year, 11, 1),
        "star": star,
        "star_on": date(YEAR, 3, 15) if star else None,
        "reviewed_on": None,
        "review_from": None if star else date(YEAR, 12, 5),
    }


def _accepted(number: str, name: str, kind: str, owner: Row | None, *, rectified: bool) -> Row:
    """Built and accepted in October of the year."""
    return _home(number, name, kind, owner, "running" if owner is None else "accepted") | {
        "building_from": date(YEAR, 5, 8),
        "self_score": 86.0,
        "assessed_on": date(YEAR, 10, 9) if not rectified else date(YEAR, 10, 19),
        "findings": "指示标志不全，请补设。" if rectified else None,
        "rectify_on": date(YEAR, 10, 12) if rectified else None,
        "remedy": "已补设入口和场内标志。" if rectified else None,
        "experts": 5,
        "score": 87.0 if rectified else 91.5,
        "accepted_on": date(YEAR, 10, 25) if rectified else date(YEAR, 10, 17),
        "running_from": None if rectified else date(YEAR, 11, 1),
    }
