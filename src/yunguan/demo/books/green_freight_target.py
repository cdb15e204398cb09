"""绿色货运配送指标台账: what the demonstration's city has promised for its three years."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

BASE_YEAR, GOAL_YEAR = YEAR - 1, YEAR + 2
DOC = "城市绿色货运配送示范工程管理办法（交运发〔2022〕32号）"
TARGETS = (
    ("专业配送企业", "家", "0", "4", "市交通运输局"),
    ("公共信息平台", "个", "0", "1", "市交通运输局"),
    ("干支衔接型物流枢纽", "个", "0", "2", "市交通运输局"),
    ("公共配送中心", "个", "1", "4", "市商务局"),
    ("末端共同配送站", "个", "12", "90", "市商务局"),
    ("城市配送车辆专用装卸点", "个", "20", "110", "市公安局交警支队"),
    ("新能源配送车辆充电桩", "个", "40", "160", "市发展和改革委员会"),
    ("新增新能源配送车辆", "辆", "0", "600", "市交通运输局"),
    ("配送车辆百公里油耗", "升", "21.5", "20.4", "市交通运输局"),
    ("城市配送单位成本", "元/吨公里", "2.6", "2.34", "市商务局"),
)
"""Name, unit, base value, value to be reached, who answers for it."""


def rows(centre: Centre) -> list[Row]:
    """One row an indicator."""
    del centre
    return [
        {
            "target_no": f"LS-{number:02d}",
            "name": name,
            "unit_word": unit,
            "base_year": BASE_YEAR,
            "base_value": float(base),
            "goal_year": GOAL_YEAR,
            "goal_value": float(goal),
            "department": department,
            "doc_no": DOC,
        }
        for number, (name, unit, base, goal, department) in enumerate(TARGETS, start=1)
    ]
