"""The state table of a credit rating: self, county, centre, public notice, objection, publication, receipt."""

from __future__ import annotations

from typing import Any

from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.office.workflow.runtime import Order
from yunguan.registers.passenger.parts import credit_days as days
from yunguan.registers.passenger.parts import credit_marks as marks
from yunguan.registers.passenger.parts import credit_review as review

OPERATOR, COUNTY, CLERK, HEAD = (frozenset({role}) for role in ("operator", "county", "clerk", "head"))


def _begun(rating: Any, context: Context) -> dict[str, Any]:
    del context
    return {"due_on": days.due_in("scoring", rating)}


def _self_marked(rating: Any, context: Context) -> dict[str, Any]:
    due = days.last_day("self_by", rating.year, rating.opened_on)
    found = {"self_total": marks.total(rating, "self"), "self_in_time": context.on <= due}
    return found | {"due_on": days.due_in("self_scored", rating)}


def _county_marked(rating: Any, context: Context) -> dict[str, Any]:
    due = days.last_day("first_review_by", rating.year, rating.opened_on)
    total = marks.total(rating, "county", "self")
    found = {"county_total": total, "county_less_self": marks.less(total, rating.self_total)}
    return found | {"county_in_time": context.on <= due, "due_on": days.due_in("county_reviewed", rating)}


def _centre_marked(rating: Any, context: Context) -> dict[str, Any]:
    due = days.last_day("review_by", rating.year, rating.opened_on)
    total = marks.total(rating, "centre", "county")
    found = {"centre_total": total, "centre_in_time": context.on <= due, "due_on": days.due_in("reviewed", rating)}
    found |= {"centre_less_county": marks.less(total, rating.county_total)}
    found |= {"centre_less_self": marks.less(total, rating.self_total)}
    grade = marks.decided_grade(rating, total or 0)
    return found | {"grade": grade, "deductions": marks.deductions(rating)}


def _noticed(rating: Any, context: Context) -> dict[str, Any]:
    del rating
    end = days.notice_end(context.on, context.rule("credit_rating.notice"))
    return {"notice_to": end, "due_on": end}


def _resumed(rating: Any, context: Context) -> dict[str, Any]:
    end = days.resumed_end(rating.objected_on, rating.notice_to, context.on)
    return {"notice_to": end, "due_on": end, "noticed_on": rating.noticed_on}


def _published(rating: Any, context: Context) -> dict[str, Any]:
    due = days.last_day("publish_by", rating.year, rating.opened_on)
    return {"published_in_time": context.on <= due, "due_on": None}


def _objected(rating: Any, context: Context) -> dict[str, Any]:
    del context
    return {"due_on": days.due_in("objected", rating)}


def _sent_back(target: str) -> Any:
    def fill(rating: Any, context: Context) -> dict[str, Any]:
        del context
        return {"due_on": days.due_in(target, rating)}

    return fill


def _closed(rating: Any, context: Context) -> dict[str, Any]:
    del rating, context
    return {"due_on": None}


def _adopt_county(rating: Any, order: Order) -> None:
    marks.adopt(rating, order, "county")


def _adopt_centre(rating: Any, order: Order) -> None:
    marks.adopt(rating, order, "centre")


WORKFLOW = Workflow(
    states=(
        State("opened", "待自评", date_field="opened_on", awaits=True),
        State("scoring", "自评中", date_field="begun_on", awaits=True),
        State("self_scored", "已自评", date_field="self_on", awaits=True),
        State("county_reviewed", "已初评", date_field="county_on", awaits=True),
        State("reviewed", "已复核", date_field="centre_on", awaits=True),
        State("noticed", "公示中", date_field="noticed_on", awaits=True),
        State("objected", "异议处理", date_field="objected_on", awaits=True),
        State("published", "已公布", date_field="published_on", awaits=True),
        State("acknowledged", "企业已签收", date_field="acknowledged_on", final=True),
        State("exempt", "不参加考核", date_field="exempt_on", final=True),
    ),
    transitions=(
        Transition(
            "begin",
            "开始自评",
            ("opened",),
            "scoring",
            OPERATOR | COUNTY | CLERK,
            fills=_begun,
            after=marks.lay_out,
        ),
        Transition(
            "submit",
            "提交自评",
            ("scoring",),
            "self_scored",
            OPERATOR,
            fills=_self_marked,
            guard=review.self_complete,
        ),
        Transition(
            "take_up",
            "逾期未自评转初评",
            ("opened", "scoring"),
            "self_scored",
            CLERK,
            reason=True,
            fills=_sent_back("self_scored"),
            guard=review.self_is_late,
            after=marks.lay_out,
        ),
        Transition(
            "first_review",
            "初评通过",
            ("self_scored",),
            "county_reviewed",
            COUNTY,
            other_person=True,
            fills=_county_marked,
            guard=review.county_complete,
            after=_adopt_county,
        ),
        Transition(
            "first_review_by_centre",
            "代行初评",
            ("self_scored",),
            "county_reviewed",
            HEAD,
            other_person=True,
            fills=_county_marked,
            guard=review.no_county_body,
            after=_adopt_county,
        ),
        Transition(
            "ask_again",
            "退回企业重评",
            ("self_scored",),
            "scoring",
            COUNTY,
            reason=True,
            fills=_sent_back("scoring"),
        ),
        Transition(
            "review",
            "复核通过",
            ("county_reviewed",),
            "reviewed",
            CLERK,
            other_person=True,
            fills=_centre_marked,
            guard=review.centre_complete,
            after=_adopt_centre,
        ),
        Transition(
            "return_to_county",
            "退回初评",
            ("county_reviewed",),
            "self_scored",
            CLERK,
            reason=True,
            fills=_sent_back("self_scored"),
        ),
        Transition(
            "notice",
            "公示",
            ("reviewed",),
            "noticed",
            HEAD,
            asks=("notice_doc_no",),
            other_person=True,
            fills=_noticed,
        ),
        Transition(
            "review_again",
            "退回复核",
            ("reviewed",),
            "county_reviewed",
            HEAD,
            reason=True,
            fills=_sent_back("county_reviewed"),
        ),
        Transition("object", "收到异议", ("noticed",), "objected", frozenset(), by_machine=True, fills=_objected),
        Transition("resume", "异议不成立", ("objected",), "noticed", frozenset(), by_machine=True, fills=_resumed),
        Transition(
            "reopen",
            "异议成立重新复核",
            ("objected",),
            "county_reviewed",
            frozenset(),
            by_machine=True,
            fills=_sent_back("county_reviewed"),
        ),
        Transition(
            "publish",
            "公布结果",
            ("noticed",),
            "published",
            HEAD,
            fills=_published,
            guard=review.notice_is_over,
            after=review.tell_the_directory,
        ),
        Transition(
            "acknowledge",
            "签收并报整改措施",
            ("published",),
            "acknowledged",
            OPERATOR | COUNTY,
            asks=("improvement",),
        ),
        Transition(
            "exempt",
            "登记不参加考核",
            ("opened", "scoring"),
            "exempt",
            HEAD,
            reason=True,
            fills=_closed,
        ),
    ),
    takeover=CLERK | HEAD,
)
