"""质量信誉考核异议: what operators said while the list of the spring was under notice."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.credit_item import item_no
from yunguan.demo.books.credit_scheme import number_of
from yunguan.demo.centre import Centre, Row
from yunguan.demo.credit import assessments
from yunguan.demo.targets import YEAR

CASES = (
    (4, date(YEAR, 5, 24), date(YEAR, 6, 1), "rejected", "经核对动态监控记录，扣分有据，维持原得分。"),
    (2, date(YEAR, 5, 25), date(YEAR, 6, 2), "rejected", "违章信息经执法系统核实，扣分有据，维持原得分。"),
    (4, date(YEAR, 5, 26), date(YEAR, 6, 5), "upheld", "投诉经查不属该企业，已恢复该项得分，等级不变。"),
    (8, date(YEAR, 5, 29), date(YEAR, 6, 9), "rejected", "补交的档案形成于考核年度之后，维持原得分。"),
    (3, date(YEAR, 5, 30), None, "withdrawn", None),
)
"""Item, days lodged and decided, outcome, answer."""
CONTENT = "对复核扣分有异议，附相关记录，请予核查。"


def rows(centre: Centre) -> list[Row]:
    """One row an objection, in the order in which they came."""
    lowest = [each for each in assessments(centre) if each.owner["credit_grade"] in {"A", "B"}]
    made = []
    for number, (item, lodged, decided, state, answer) in enumerate(CASES, start=1):
        each = lowest[number * 7]
        made.append(
            {
                "objection_no": f"信评异议〔{YEAR}〕{number:03d}号",
                "rating": each.number,
                "item": item_no(number_of(each.owner["sector"]), item),
                "objector": each.owner["name"],
                "content": CONTENT,
                "evidence": "情况说明及台账复印件",
                "lodged_on": lodged,
                "examined_on": lodged if decided else None,
                "decided_on": decided,
                "answer": answer,
                "withdrawn_on": date(YEAR, 6, 1) if state == "withdrawn" else None,
                "area": each.owner["area"],
                "state": state,
            }
        )
    return made
