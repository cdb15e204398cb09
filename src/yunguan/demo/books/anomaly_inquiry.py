"""统计数据异动查询台账 of the demonstration: rises that were real, slips that were corrected, one still open."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.survey import SLIP, Case, cases, month_before, riders_of

RULES = {"passenger": "客-03", "bus": "城-01"}
ASKED = {"explained", "visited", "corrected", "asked"}


def rows(centre: Centre) -> list[Row]:
    """Every inquiry of the year, in the order of months."""
    return [_row(centre, case) for case in cases(centre) if case.story in ASKED]


def _row(centre: Centre, case: Case) -> Row:
    slip = SLIP if case.story == "corrected" else 1
    row = {
        "monthly_return": case.return_no,
        "check_rule": RULES[case.form.survey],
        "check_rule__name": "客运量环比偏差",
        "attempt": 1,
        "means": "on_site" if case.story == "visited" else "written",
        "stated": riders_of(centre, case) * slip,
        "expected": riders_of(centre, month_before(case)),
        "opened_on": case.first_filed_on,
        "area": case.area,
    }
    return row | _outcome(case)


def _outcome(case: Case) -> Row:
    first = case.first_filed_on
    match case.story:
        case "explained":
            answer = "当月承接学生返校和旅游包车，客运量增长属实，附派车单。"
            done = {"closed_on": later(first, 3), "conclusion": "说明成立。", "state": "accepted"}
            return {"answered_on": later(first, 2), "answer": answer} | done
        case "visited":
            found = {"visitors": "统计科两人", "findings": "核对统计台账、站务结算单，与填报数一致。"}
            done = {"closed_on": later(first, 3), "conclusion": "核查属实。", "state": "accepted"}
            return {"visited_on": later(first, 2)} | found | done
        case "corrected":
            known = {"answered_on": case.sent_back_on, "answer": "计量单位填错，申请更正。"}
            return known | {
                "to_correct_on": case.sent_back_on,
                "conclusion": "责令更正。",
                "closed_on": case.filed_on,
                "state": "corrected",
            }
        case _:
            return {"state": "opened"}
