"""预算项目: the three projects of the year."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

PROJECTS = {
    "DLYSFW": "道路运输服务成本经费",
    "YBSJ": "油补资金发放第三方审计",
    "LLRYPX": "两类人员安全培训",
}


def rows(centre: Centre) -> list[Row]:
    """One row a project."""
    del centre
    return [
        {"code": code, "name": name, "first_year": YEAR, "last_year": None, "doc_no": f"衡财预〔{YEAR}〕5号"}
        for code, name in PROJECTS.items()
    ]
