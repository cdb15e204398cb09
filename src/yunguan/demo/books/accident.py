"""道路运输事故台账: five investigated with the centre taking part, others noted, one of the new year just reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.targets import LAST_DAY, YEAR, aim


@dataclass(frozen=True)
class Case:
    """One accident: when and where, how grave, how far it has come."""

    day: date
    at: str
    area: str
    place: str
    sector: str
    dead: int
    injured: int
    loss: str
    state: str
    minutes: int = 40


COUNTY_HENGYANG, LEIYANG, HENGDONG, CHANGNING, QIDONG = "430421", "430481", "430424", "430482", "430426"
CASES = (
    Case(date(YEAR - 1, 11, 8), "13:20", CHANGNING, "省道某急弯处", "freight", 1, 2, "420000", "noted"),
    Case(date(YEAR, 2, 19), "06:35", COUNTY_HENGYANG, "国道平交路口", "freight", 2, 1, "760000", "closed"),
    Case(date(YEAR, 3, 27), "14:05", QIDONG, "县道下坡路段", "freight", 0, 2, "180000", "noted"),
    Case(date(YEAR, 4, 16), "21:40", LEIYANG, "高速互通匝道", "dangerous", 1, 0, "1350000", "closed"),
    Case(date(YEAR, 6, 5), "17:15", HENGDONG, "省道村口路段", "freight", 3, 2, "980000", "closed"),
    Case(date(YEAR, 7, 11), "05:50", CHANGNING, "国道施工路段", "passenger", 0, 3, "260000", "noted"),
    Case(date(YEAR, 8, 23), "19:30", LEIYANG, "国道隧道出口", "freight", 1, 3, "640000", "replied"),
    Case(date(YEAR, 11, 2), "07:25", COUNTY_HENGYANG, "县道临水路段", "passenger", 1, 4, "870000", "reviewed", 75),
    Case(date(YEAR + 1, 1, 3), "18:45", HENGDONG, "省道桥头路段", "freight", 1, 1, "350000", "reported"),
)
JOINED = ("closed", "replied", "reviewed")
HOUR = 60


def rows(centre: Centre) -> list[Row]:
    """One row an accident; as many with the centre taking part as published."""
    made = [_row(centre, case, number) for number, case in enumerate(CASES, start=1)]
    joined = sum(row["state"] in JOINED for row in made)
    if joined != aim("safety.accident_investigations"):
        msg = f"参与调查的事故有 {joined} 起，与公布的数不符。"
        raise ValueError(msg)
    return made


def _row(centre: Centre, case: Case, number: int) -> Row:
    owner = next(row for row in operating(centre, case.sector) if row["area"] == case.area)
    return {
        "accident_no": f"SG{case.day.year}-{number:02d}",
        "occurred_on": case.day,
        "occurred_at": case.at,
        "place": case.place,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "sector": case.sector,
        "driver": None,
        "dead": case.dead,
        "injured": case.injured,
        "loss": Decimal(case.loss),
        "grade": "larger" if case.dead >= 3 else "general",  # noqa: PLR2004 - art. 3 of the regulation
        "unit_reported_on": case.day,
        "unit_reported_at": _later(case.at, case.minutes),
        "level_reported_on": case.day,
        "level_reported_at": _later(case.at, case.minutes + 85),
        "area": case.area,
        "state": case.state,
    } | _course(case)


def _later(at: str, minutes: int) -> str:
    hour, minute = map(int, at.split(":"))
    total = min(hour * HOUR + minute + minutes, 24 * HOUR - 1)
    return f"{total // HOUR:02d}:{total % HOUR:02d}"


def _course(case: Case) -> Row:
    if case.state == "noted":
        return {"closed_on": later(case.day, 3)}
    if case.state not in JOINED:
        return {}
    report = later(case.day + timedelta(days=48), 0)
    found = {
        "joined_on": later(case.day, 2),
        "group_lead": "市安委会道路交通事故调查组",
        "participants": "彭岳川、谭明",
        "scene_evidence": "现场照片、行车记录、卫星定位轨迹",
        "direct_cause": "驾驶员操作不当，未按规定降低车速",
        "indirect_cause": "企业动态监控和安全教育落实不到位",
        "liability": "main",
        "proposal": "责令企业整改，对相关责任人按制度处理",
        "report_on": report,
    }
    if case.state == "reviewed":
        return found | {"report_on": min(report, LAST_DAY)}
    replied = later(report + timedelta(days=12), 0)
    found |= {"reply_no": f"衡安委〔{replied.year}〕{replied.month}号", "replied_on": replied}
    return found | ({"closed_on": later(replied, 30)} if case.state == "closed" else {})
