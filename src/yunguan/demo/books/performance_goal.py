"""绩效目标申报 of the demonstration: the centre's goal and its three projects', and what next year's came to so far."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.books.project import PROJECTS
from yunguan.demo.centre import Centre, Row
from yunguan.demo.ledger import items, yuan
from yunguan.demo.targets import YEAR

DEPARTMENT = "BM"
DOC_NO = f"衡财预〔{YEAR}〕1号"
APPROVED_ON = date(YEAR - 1, 12, 30)
SCHEMES = {"department": "hunan_department_2023", "project": "hunan_project_2023"}
NOTE = "演示数据"
NOTHING = Decimal("0.00")
CENTRE_TITLE = "衡阳市道路运输服务中心部门整体支出"
PROMISED = {
    DEPARTMENT: "保障中心正常履职，完成行业安全、客运组织、驾培维修和从业人员考试等服务工作，群众满意度不低于90%。",
    "DLYSFW": "保障窗口服务和路检路查，印制标志牌证，全年经费控制在20万元以内，经营业户满意度不低于90%。",
    "YBSJ": "委托第三方审计油价补贴资金发放，按期出具审计报告1份，发现的问题全部督促整改。",
    "LLRYPX": "全年组织两类人员安全考核不少于24场，考务经费控制在12万元以内，参加考核人员满意度不低于90%。",
}
MID_TERM = "三年内稳定开展相关服务，年度任务完成率保持100%。"
NEXT: dict[str, Row] = {
    DEPARTMENT: {"submitted_on": date(YEAR, 12, 15), "state": "submitted"},
    "DLYSFW": {"state": "drafting"},
}
"""What became of the goals of the year after: one is with the bureau, one still on the clerk's desk."""


def rows(centre: Centre) -> list[Row]:
    """Four approved goals of the year, two of the next."""
    del centre
    this = [_row(code, YEAR) | _approved(YEAR) for code in PROMISED]
    following = [_row(code, YEAR + 1) | course for code, course in NEXT.items()]
    return [*this, *following]


def goal_no(code: str, year: int = YEAR) -> str:
    """The number of a goal: year and code."""
    return f"{year}-{code}"


def money(code: str) -> Decimal:
    """What was granted at the beginning of the year: for a project, or for the whole centre."""
    return sum((yuan(item.initial) for item in items() if code in {DEPARTMENT, item.project}), NOTHING)


def _row(code: str, year: int) -> Row:
    return {
        "goal_no": goal_no(code, year),
        "year": year,
        "goal_title": PROJECTS.get(code, CENTRE_TITLE),
        "starts_on": date(year, 1, 1),
        "ends_on": date(year, 12, 31),
        "money_total": money(code),
        "money_fiscal": money(code),
        "money_other": NOTHING,
        "annual_goal": PROMISED[code],
        "declared_on": date(year - 1, 11, 14 if year == YEAR else 20),
        "note": NOTE,
    } | _subject(code, year)


def _subject(code: str, year: int) -> Row:
    if code == DEPARTMENT:
        return {"kind": "department", "scheme": SCHEMES["department"]}
    return {
        "kind": "project",
        "project": code,
        "project__name": PROJECTS[code],
        "scheme": SCHEMES["project"],
        "attribute": "new" if year == YEAR else "continuing",
        "mid_total": money(code) * 3,
        "mid_goal": MID_TERM,
    }


def _approved(year: int) -> Row:
    return {
        "submitted_on": date(year - 1, 12, 2),
        "approved_on": APPROVED_ON,
        "doc_no": DOC_NO,
        "state": "approved",
    }
