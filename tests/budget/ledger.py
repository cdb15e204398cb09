"""Rows of the budget's books for the tests: money in 元 as text, everything else with a usual value."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from yunguan.core.money import Money
from yunguan.office.rules import RuleValue
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

NOW = datetime(2024, 1, 10, 9, 0, tzinfo=UTC)
YEAR_END = date(2023, 12, 31)
_numbers = count(1)


def project(code: str = "DLYSFW", name: str = "道路运输服务成本经费", **more: Any) -> Record:
    return _create("project", {"code": code, "name": name, "first_year": 2023, **more})


def grant(yuan: str, economic: str | None = "302", **more: Any) -> Record:
    return _create("appropriation", granted(yuan, economic, **more))


def adjust(yuan: str, economic: str | None = "302", **more: Any) -> Record:
    return _create("budget_adjustment", adjusted(yuan, economic, **more))


def pay(yuan: str, economic: str | None = "30201", **more: Any) -> Record:
    return _create("payment", paid(yuan, economic, **more))


def granted(yuan: str, economic: str | None = "302", **more: Any) -> dict[str, Any]:
    own = {"year": 2023, "line_no": _number(), "approved_on": date(2023, 1, 18), "doc_no": "衡财预〔2023〕1号"}
    return own | _money(yuan, economic) | more


def adjusted(yuan: str, economic: str | None = "302", **more: Any) -> dict[str, Any]:
    own = {
        "year": 2023,
        "line_no": _number(),
        "direction": "increase",
        "adjusted_on": date(2023, 9, 20),
        "doc_no": "衡财预〔2023〕88号",
        "reason": "人员增资",
    }
    return own | _money(yuan, economic) | more


def paid(yuan: str, economic: str | None = "30201", **more: Any) -> dict[str, Any]:
    own = {
        "voucher_no": _number(),
        "line_no": 1,
        "paid_on": date(2023, 6, 30),
        "payee": "衡阳市新华印务有限公司",
        "summary": "支付办公用品款",
    }
    return own | _money(yuan, economic) | more


def payments(*values: dict[str, Any]) -> list[Any]:
    """Payments that are not in the table, as an import has them before it writes."""
    records = [book("payment").model(**each, state="valid", area="430400", created_at=NOW) for each in values]
    for record in records:
        record.derive()
    return records


def stop_overspend() -> None:
    RuleValue.objects.filter(code="budget.overspend").update(value=1)


def _money(yuan: str, economic: str | None) -> dict[str, Any]:
    functional = "2140112" if economic else None
    return {
        "fund": "general",
        "kind": "basic",
        "economic_class": economic,
        "functional_class": functional,
        "amount": Money.yuan(yuan).in_fen,
    }


def _number() -> str:
    return f"2023-{next(_numbers):04d}"


def _create(register: str, values: dict[str, Any]) -> Record:
    return create(book=book(register), values=values, user=None, on=date(2023, 1, 1), now=NOW)
