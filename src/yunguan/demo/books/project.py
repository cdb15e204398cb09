"""预算项目: the three projects of the year, two of which run since the year before (invented, as that year is)."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

PROJECTS = {
    "DLYSFW": "道路运输服务成本经费",
    "YBSJ": "油补资金发放第三方审计",
    "LLRYPX": "两类人员安全培训",
}


NEW = {"YBSJ"}
"""Projects that began in the year itself."""


def rows(centre: Centre) -> list[Row]:
    """One row a project."""
    del centre
    return [
        {"code": code, "name": name, "first_year": year, "last_year": None, "doc_no": f"衡财预〔{year}〕5号"}
        for code, name in PROJECTS.items()
        for year in (YEAR if code in NEW else YEAR - 1,)
    ]
