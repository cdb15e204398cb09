"""By when each level of the credit assessment has to be done: months of the year after, and the public notice."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from yunguan.core.workflow import Rule
from yunguan.office.calendar import working_calendar
from yunguan.office.rules import rule_on

BASIS = "道路运输企业质量信誉考核办法（试行）（交公路发〔2006〕294号）"
SINCE = date(2006, 6, 1)


def _rule(code: str, title: str, value: int, unit: str) -> Rule:
    return Rule(f"credit_rating.{code}", title, value, unit, BASIS, effective_from=SINCE, confirmed=False)


RULES = (
    _rule("self_by", "质量信誉考核企业自评截止月份（考核年度次年）", 3, "月"),
    _rule("first_review_by", "质量信誉考核区县初评截止月份（考核年度次年）", 4, "月"),
    _rule("review_by", "质量信誉考核复核和公示截止月份（考核年度次年）", 5, "月"),
    _rule("publish_by", "质量信誉考核结果公布截止月份（考核年度次年）", 6, "月"),
    _rule("notice", "质量信誉考核结果公示期", 10, "工作日"),
)

LIMITS = {
    "opened": "self_by",
    "scoring": "self_by",
    "self_scored": "first_review_by",
    "county_reviewed": "review_by",
    "reviewed": "review_by",
    "objected": "publish_by",
}
"""State → the rule by whose month it has to be left; under notice the last day of the notice stands instead."""


def last_day(rule: str, year: int, day: date) -> date:
    """The end of a rule's month in the year after the one assessed; ``day`` says which value of the rule holds."""
    month = rule_on(f"credit_rating.{rule}", day).value
    return date(year + 1, month, monthrange(year + 1, month)[1])


def due_in(state: str, rating: Any) -> date | None:
    """The last day of a state, None where nothing is owed in it."""
    if state == "noticed":
        return rating.notice_to  # type: ignore[no-any-return]
    return last_day(LIMITS[state], rating.year, rating.opened_on) if state in LIMITS else None


def notice_end(on: date, days: int) -> date:
    """The last day of a public notice that begins on a day."""
    return working_calendar().due(on, days, "working")


def resumed_end(stopped: date, planned: date, on: date) -> date:
    """The last day of a notice that stood still while an objection was decided: the days left, counted anew."""
    calendar = working_calendar()
    return calendar.due(on, max(calendar.working_days_between(stopped, planned), 0), "working")
