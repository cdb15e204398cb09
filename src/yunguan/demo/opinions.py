"""The surveys of the demonstration: whom the centre asked in the last quarter, and what they answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import working_days
from yunguan.demo.targets import YEAR

VOID = "同一人重复答卷"
PUBLICS = ("operators", "passengers", "trainees", "examinees")
GRADES = ("very", "satisfied", "fairly", "dissatisfied", "very_dissatisfied", "unanswered")


@dataclass(frozen=True)
class Poll:
    """One survey: whom it asked, how many, and how many gave each grade, in the order of GRADES."""

    public: str
    whom: str
    method: str
    question: str
    asked: int
    opened_on: date
    closed_on: date
    answers: tuple[int, ...]
    respondents: tuple[str, ...]
    complaints: tuple[str, ...]
    void: int = 0

    @property
    def number(self) -> str:
        """The number of the survey in its book."""
        return f"MYD{YEAR}-{PUBLICS.index(self.public) + 1:02d}"


POLLS = (
    Poll(
        "operators",
        "道路运输经营业户",
        "online",
        "您对中心的窗口服务和行业管理是否满意？",
        120,
        date(YEAR, 11, 6),
        date(YEAR, 11, 24),
        (41, 38, 20, 4, 2, 2),
        ("客运企业", "货运企业", "维修企业", "驾培机构"),
        ("窗口排队时间长。", "资料希望能在网上提交。", "政策解读再细一些。"),
        void=1,
    ),
    Poll(
        "passengers",
        "旅客",
        "paper",
        "您对市城区公交和客运站的服务是否满意？",
        100,
        date(YEAR, 11, 13),
        date(YEAR, 12, 1),
        (30, 33, 21, 4, 2, 3),
        ("公交乘客", "班线旅客"),
        ("高峰时段候车时间长。", "车站指示牌不清楚。", "部分线路车辆较旧。"),
    ),
    Poll(
        "trainees",
        "驾驶培训学员",
        "telephone",
        "您对所在驾校的培训服务和退费办理是否满意？",
        80,
        date(YEAR, 11, 20),
        date(YEAR, 12, 8),
        (24, 27, 16, 3, 1, 2),
        ("小型汽车学员", "大中型客货车学员"),
        ("约车时间不好安排。", "教练讲解不够耐心。"),
    ),
    Poll(
        "examinees",
        "“两类人员”安全考核人员",
        "paper",
        "您对安全考核的组织和考场服务是否满意？",
        60,
        date(YEAR, 12, 4),
        date(YEAR, 12, 15),
        (22, 20, 11, 2, 0, 1),
        ("企业主要负责人", "安全生产管理人员"),
        ("希望增加考核场次。",),
    ),
)


def sheets(centre: Centre, poll: Poll) -> Iterator[Row]:
    """The answers of a survey, in the order in which they came in."""
    chance = centre.random(f"survey_answer/{poll.public}")
    grades = [grade for grade, number in zip(GRADES, poll.answers, strict=True) for _ in range(number)]
    chance.shuffle(grades)
    days = working_days(poll.opened_on, poll.closed_on)
    for place, day in enumerate(sorted(chance.choice(days) for _ in grades)):
        unhappy = grades[place].endswith("dissatisfied")
        yield {
            "survey": poll.number,
            "answer_no": place + 1,
            "answered_on": day,
            "respondent": chance.choice(poll.respondents),
            "grade": grades[place],
            "remark": chance.choice(poll.complaints) if unhappy else None,
            "void_reason": VOID if _is_void(grades, place, poll.void) else None,
        }


def _is_void(grades: list[str], place: int, void: int) -> bool:
    """The first so many of those who were very satisfied had answered twice."""
    return grades[place] == GRADES[0] and grades[:place].count(GRADES[0]) < void
