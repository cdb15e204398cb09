"""绩效自评 of the demonstration: opened for each goal of the year and filled in; nobody has signed yet."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.performance_goal import NOTE, PROMISED, goal_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

OPENED_ON = date(YEAR + 1, 1, 15)
RESULTS = {
    "BM": "机构运转和日常履职得到保障，安全考核、车辆核查、信誉考核和投诉办理按年度计划完成，服务对象满意度均高于90%；"
    "应急预案备案率、考核合格率、预警转发及时率和超标车辆闭环率4项没有达到目标值。",
    "DLYSFW": "牌证印制发放和春运保障按计划完成，支出控制在20万元预算以内，旅客满意度高于90%。",
    "YBSJ": "专项审计报告按期出具并通过验收，审计查出的差错全部纠正，支出控制在3.8万元预算以内。",
    "LLRYPX": "安全考核场次和参考人次达到目标，支出控制在12万元预算以内；考核合格率低于年度目标。",
}
"""How each goal was reached, in the words of the section that keeps it."""


def rows(centre: Centre) -> list[Row]:
    """One row a goal."""
    del centre
    return [
        {
            "evaluation_no": f"{goal_no(code)}-ZP",
            "goal": goal_no(code),
            "opened_on": OPENED_ON,
            "round": "first",
            "goal_result": RESULTS[code],
            "note": NOTE,
            "state": "drafting",
        }
        for code in PROMISED
    ]
