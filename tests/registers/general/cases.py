"""Orders, visits and petitions that the tests of the general section begin with."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, identity
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


def made(register: str, *, user: Any = None, on: date = RECEIVED, **values: Any) -> Any:
    """A row of any book of the section, with these values."""
    return create(book=book(register), values=values, user=user, on=on, now=NOW)


def document(number: int = 1, **values: Any) -> Any:
    """A notice that was received."""
    known: dict[str, Any] = {
        "register_no": f"WJ{number:04d}",
        "direction": "received",
        "kind": "notice",
        "document_title": "关于加强应急预案管理工作的通知",
        "issuer": "市交通运输局",
        "dated_on": date(2023, 3, 1),
        "registered_on": date(2023, 3, 3),
    }
    return made("document", **(known | values))


def key_work(number: int = 1, **values: Any) -> Any:
    """A task of the bureau that ends in October."""
    known: dict[str, Any] = {
        "work_no": f"ZD{number:03d}",
        "work_title": "公交适老化改造",
        "field": "urban",
        "level": "bureau",
        "content": "完成车辆和站台改造。",
        "leader": "分管领导",
        "owner": "承办员",
        "planned_on": date(2023, 3, 1),
        "planned_end": date(2023, 10, 31),
    }
    return made("key_work", on=date(2023, 3, 1), **(known | values))


def problem(number: int = 1, **values: Any) -> Any:
    """A problem that the report of the year names."""
    known: dict[str, Any] = {
        "problem_no": f"WT2023-{number:02d}",
        "raised_on": date(2023, 12, 20),
        "chapter": "七（二）",
        "problem_title": "退费纠纷多",
        "content": "退费困难。",
        "cause": "合同不规范。",
    }
    return made("problem", on=date(2023, 12, 20), **(known | values))


def measure(number: int = 1, **values: Any) -> Any:
    """A measure that is to be done within a year."""
    known: dict[str, Any] = {
        "measure_no": f"CS2023-{number:02d}",
        "adopted_on": date(2023, 12, 25),
        "chapter": "八（二）",
        "measure_title": "规范培训合同",
        "content": "推行示范文本。",
        "owner": "承办员",
        "planned_end": date(2024, 8, 31),
    }
    return made("measure", on=date(2023, 12, 25), **(known | values))


def employee(number: int = 1) -> Any:
    """Somebody in post."""
    unit: dict[str, Any] = {
        "name": "综合科",
        "posts": 8,
        "approval": "市编办〔2019〕1号",
        "established_on": date(2019, 7, 1),
    }
    model: Any = book("establishment").model
    section = model.objects.filter(name="综合科").first() or made("establishment", **unit)
    person: dict[str, Any] = {
        "name": f"职员{number}",
        "identity_number": identity(number),
        "unit": section,
        "post_kind": "management",
    }
    return made("staff", joined_on=date(2018, 1, 2), **person)
