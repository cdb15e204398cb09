"""质量信誉考核项目: what the point tables ask, invented for the demonstration but of the usual weights."""

from __future__ import annotations

from decimal import Decimal

from yunguan.demo.books.credit_scheme import NAMES, RENEWED, SINCE, number_of
from yunguan.demo.centre import Centre, Row

SAFETY, CONDUCT, SERVICE, DUTY, KEEPING = "运输安全", "经营行为", "服务质量", "社会责任", "企业管理"
BASE = (
    (SAFETY, "责任事故控制", 180),
    (SAFETY, "安全制度和隐患整改", 120),
    (CONDUCT, "经营违章情况", 200),
    (SERVICE, "投诉及处理情况", 120),
    (SERVICE, "服务设施和规范", 80),
    (DUTY, "政府指令性任务和应急保障", 90),
    (DUTY, "社保缴纳和节能减排", 60),
    (KEEPING, "信誉档案和人员车辆管理", 150),
)
"""Group, item and points; they come to the full marks."""
BONUS = ("加分", "科技应用、表彰和见义勇为", 100)
VETOES = (
    ("一次死亡十人以上责任事故、恶性污染或服务事件、拒不参加考核或弄虚作假", "B"),
    ("一次死亡三人以上同等以上责任事故", "AA"),
)


def rows(centre: Centre) -> list[Row]:
    """The items table by table, in the order of the table."""
    del centre
    tables = [number_of("passenger", SINCE.year), *(number_of(sector, RENEWED.year) for sector in NAMES)]
    return [row for table in tables for row in _of_table(table)]


def item_no(table: str, position: int) -> str:
    """The number of an item."""
    return f"{table}-{position:02d}"


def _of_table(table: str) -> list[Row]:
    made = [_row(table, place, group, name, Decimal(points)) for place, (group, name, points) in enumerate(BASE, 1)]
    group, name, points = BONUS
    made.append(_row(table, len(BASE) + 1, group, name, Decimal(points)) | {"item_kind": "bonus"})
    for place, (name, grade) in enumerate(VETOES, len(BASE) + 2):
        made.append(_row(table, place, "否决", name, Decimal(0)) | {"item_kind": "veto", "veto_grade": grade})
    return made


def _row(table: str, position: int, group: str, name: str, points: Decimal) -> Row:
    return {
        "item_no": item_no(table, position),
        "scheme": table,
        "position": position,
        "item_group": group,
        "name": name,
        "item_kind": "base",
        "points": points,
        "veto_grade": None,
        "standard": "按台账和检查记录逐项扣分，扣完为止。" if points else "出现一次即触发。",
        "evidence": "年度台账、检查记录、处罚和投诉记录",
    }
