"""绩效运行监控 of the demonstration: each goal of the year looked at once, as of the end of July."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.books.performance_goal import DEPARTMENT, NOTE, NOTHING, PROMISED, goal_no, money
from yunguan.demo.centre import Centre, Row
from yunguan.demo.ledger import items, yuan
from yunguan.demo.targets import YEAR

AS_OF = date(YEAR, 7, 31)
CONCLUSIONS = {
    DEPARTMENT: "多数指标进展正常，应急预案备案和安全考核合格率两项可能达不到目标，已明确纠正措施。",
    "DLYSFW": "资金和任务进度正常，预计年底完成全部目标。",
    "YBSJ": "审计工作按合同安排在第四季度进行，预计能够完成。",
    "LLRYPX": "考核场次进度正常，合格率偏低，已督促企业组织学习。",
}


def rows(centre: Centre) -> list[Row]:
    """One row a goal."""
    return [_row(centre, code) for code in PROMISED]


def monitoring_no(code: str) -> str:
    """The number of a monitoring: that of its goal, and the month."""
    return f"{goal_no(code)}-{AS_OF:%m}"


def paid_by_then(centre: Centre, code: str) -> Decimal:
    """What had been paid in the year by the day: for a project, or by the whole centre."""
    paid = (row for row in centre.rows("payment") if date(YEAR, 1, 1) <= row["paid_on"] <= AS_OF)
    return sum((row["amount"] for row in paid if code in {DEPARTMENT, row["project"]}), NOTHING)


def _row(centre: Centre, code: str) -> Row:
    granted, paid = money(code), paid_by_then(centre, code)
    wan, share = paid / 10_000, paid / granted * 100
    return {
        "monitoring_no": monitoring_no(code),
        "goal": goal_no(code),
        "as_of": AS_OF,
        "opened_on": date(YEAR, 8, 1),
        "expected_money": sum((yuan(item.spent) for item in items() if code in {DEPARTMENT, item.project}), NOTHING),
        "money_remark": f"截至7月31日支付{wan:.2f}万元，占年初预算的{share:.2f}%。",
        "conclusion": CONCLUSIONS[code],
        "submitted_on": date(YEAR, 8, 25),
        "reviewed_on": date(YEAR, 9, 8),
        "note": NOTE,
        "state": "reviewed",
    }
