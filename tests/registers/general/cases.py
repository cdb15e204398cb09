"""Orders, visits and petitions that the tests of the general section begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

RECEIVED = date(2023, 4, 26)


def order(number: int = 1, *, user: Any = None, **values: Any) -> Record:
    """A hotline order that somebody can be called about."""
    known = {
        "order_no": f"HY2023-{number:04d}",
        "source": "hotline",
        "received_on": RECEIVED,
        "appeal": "complaint",
        "topic": "refund",
        "summary": "驾校拖延退费",
        "content": "报名后未培训，要求退费。",
        "caller": "周某",
        "phone": "16890000001",
    }
    return create(book=book("hotline_order"), values=known | values, user=user, on=RECEIVED, now=NOW)


def visit(number: int = 1, *, user: Any = None, **values: Any) -> Record:
    """A visit of two people."""
    known = {
        "visit_no": f"来访2023-{number:03d}",
        "visited_on": RECEIVED,
        "people": 2,
        "visitor": "钱某",
        "topic": "wages",
        "statement": "企业欠薪。",
        "receiver": "接访员",
    }
    return create(book=book("petition_visit"), values=known | values, user=user, on=RECEIVED, now=NOW)


def petition(number: int = 1, *, user: Any = None, **values: Any) -> Record:
    """A claim that a person brought to the centre."""
    known = {
        "petition_no": f"XF2023{number:04d}",
        "received_on": RECEIVED,
        "channel": "letter",
        "received_from": "forwarded",
        "purpose": "claim",
        "topic": "wages",
        "petitioner": "孙某",
        "statement": "要求支付工资。",
    }
    return create(book=book("petition"), values=known | values, user=user, on=RECEIVED, now=NOW)


def proposal(number: int = 1, *, user: Any = None, **values: Any) -> Record:
    """A proposal that the centre answers itself."""
    known = {
        "proposal_no": f"Z2023{number:03d}",
        "kind": "proposal",
        "session": "市政协会议",
        "paper_title": "关于优化公交线网的提案",
        "proposers": "李某",
        "part": "lead",
        "assigned_on": date(2023, 3, 1),
    }
    return create(book=book("proposal"), values=known | values, user=user, on=date(2023, 3, 1), now=NOW)
