"""年度主要任务 of the demonstration: what each goal is broken down into, with the money of its part."""

from __future__ import annotations

from decimal import Decimal

from yunguan.demo.books.performance_goal import DEPARTMENT, NOTE, NOTHING, goal_no, money
from yunguan.demo.books.project import PROJECTS
from yunguan.demo.centre import Centre, Row
from yunguan.demo.ledger import items, yuan

CORE = "保障机构正常运转"
CORE_CONTENT = "保障在职和退休人员经费、日常公用经费，完成行业管理和服务的各项日常工作。"
CONTENTS = {
    "DLYSFW": "保障窗口服务和路检路查，印制标志牌证和宣传资料，支付下县核查差旅费。",
    "YBSJ": "委托会计师事务所审计油价补贴资金发放情况并出具报告。",
    "LLRYPX": "组织道路运输企业主要负责人和安全生产管理人员安全考核。",
}
PARTS = {
    "DLYSFW": (("窗口和路检辅助服务", "30226"), ("标志牌证和资料印制", "30202"), ("下县核查", "30211")),
    "YBSJ": (("油补资金发放审计", "30227"),),
    "LLRYPX": (("安全考核组织", "30216"), ("考务人员劳务", "30226")),
}


def rows(centre: Centre) -> list[Row]:
    """The centre's tasks are its daily work and its projects; a project's are what its money is spent for."""
    del centre
    made = [_task(DEPARTMENT, 1, CORE, CORE_CONTENT, _granted(""))]
    for number, (code, title) in enumerate(PROJECTS.items(), start=2):
        made.append(_task(DEPARTMENT, number, title, CONTENTS[code], money(code)))
    for code, parts in PARTS.items():
        for number, (title, economic) in enumerate(parts, start=1):
            made.append(_task(code, number, title, f"{title}，按合同和考核进度据实支付。", _granted(code, economic)))
    return made


def _task(code: str, number: int, title: str, content: str, total: Decimal) -> Row:
    return {
        "goal": goal_no(code),
        "task_no": number,
        "task_title": title,
        "content": content,
        "money_total": total,
        "money_fiscal": total,
        "money_other": NOTHING,
        "note": NOTE,
    }


def _granted(project: str, economic: str = "") -> Decimal:
    """What was granted for a project ("" for basic expenditure), for one economic class where it is given."""
    found = (each for each in items() if each.project == project and each.economic_class.startswith(economic))
    return sum((yuan(item.initial) for item in found), NOTHING)
