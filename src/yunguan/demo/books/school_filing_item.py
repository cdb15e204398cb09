"""驾培备案材料目录: what a school hands in since the licence became a filing, and what was asked before."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row

SINCE = date(2022, 11, 1)
REGULATION = "机动车驾驶员培训管理规定（交通运输部令2022年第32号）"
BEFORE = "机动车驾驶员培训管理规定（交通部令2006年第2号）"
PAPERS = (
    "机动车驾驶员培训备案表",
    "法定代表人身份证明",
    "经营场所使用权证明",
    "教练场地使用权证明",
    "教练场地技术条件说明",
    "教学车辆清单",
    "机构与岗位制度文件",
    "教学设施设备清单",
    "拟聘用人员名册及资格证明",
    "营业执照",
    "学时收费标准",
)


def rows(centre: Centre) -> list[Row]:
    """One row a version of a paper."""
    del centre
    old = _row("2006-01", "机动车驾驶员培训许可申请表", 1, BEFORE) | {
        "effective_from": date(2006, 4, 1),
        "effective_to": date(2022, 10, 31),
    }
    return [old, *(_row(f"2022-{n:02d}", name, n, REGULATION) for n, name in enumerate(PAPERS, start=1))]


def _row(number: str, name: str, order: int, doc_no: str) -> Row:
    return {
        "item_no": number,
        "name": name,
        "order": order,
        "doc_no": doc_no,
        "confirmed": False,
        "effective_from": SINCE,
        "effective_to": None,
    }
