"""What issuing brings about: a certificate, the old one replaced, the person in the list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, identity, step
from tests.registers.practitioners.people import SECTION, application, made
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record

DAY = date(2023, 6, 26)


@pytest.fixture
def head(db: None) -> User:
    return account(Role.HEAD, SECTION)


def person(**values: Any) -> Record:
    known: dict[str, Any] = {
        "name": "考生1",
        "identity_number": identity(1),
        "category": "09002",
        "certificate_no": "1",
    }
    known |= {"issued_on": date(2017, 7, 3), "valid_to": date(2023, 7, 2), "area": "430405"}
    return made("practitioner", **(known | values))


def replaced(head: User, matter: str) -> Any:
    """An application for another certificate, issued."""
    record = application(1, matter=matter, old_valid_to=date(2023, 7, 2))
    return step(step(record, "approve", head, DAY), "issue", head, DAY)


def certificates() -> list[tuple[str, str, str]]:
    rows: Any = book("certificate").model._base_manager
    return list(rows.order_by("id").values_list("issue_no", "matter", "state"))


def test_a_renewal_gives_a_new_term_to_somebody_in_the_list(head: User) -> None:
    held: Any = person()
    record = replaced(head, "6")
    held.refresh_from_db()
    assert record.valid_to == held.valid_to == date(2029, 6, 25)
    assert (held.issued_on, certificates()) == (DAY, [("衡从证2023000001", "6", "pending")])


def test_an_expired_person_is_valid_again(head: User) -> None:
    held = step(person(), "expire", head, date(2023, 7, 3))
    record = application(1, matter="6", old_valid_to=date(2023, 7, 2), applied_on=date(2023, 7, 4))
    step(step(record, "approve", head, date(2023, 7, 5)), "issue", head, date(2023, 7, 6))
    held.refresh_from_db()
    assert held.state == "valid"


def test_a_lost_certificate_is_replaced_and_the_term_stays(head: User) -> None:
    held: Any = person()
    old = {"issue_no": "旧", "matter": "1", "medium": "paper", "issued_on": date(2020, 7, 3)}
    old |= {name: getattr(held, name) for name in ("name", "identity_number", "category", "certificate_no", "valid_to")}
    step(made("certificate", area="430405", **old), "sign", head, date(2020, 7, 3))
    record = replaced(head, "2")
    held.refresh_from_db()
    assert (record.valid_to, held.issued_on) == (date(2023, 7, 2), date(2017, 7, 3))
    assert certificates() == [("旧", "1", "replaced"), ("衡从证2023000001", "2", "pending")]
