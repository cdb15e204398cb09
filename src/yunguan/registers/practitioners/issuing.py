"""What follows when a qualification is issued: a certificate is made, the old one replaced, the list of people kept."""

from __future__ import annotations

from typing import Any

from yunguan.office.series import next_number
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.practitioners.certificate import NEW_TERM
from yunguan.registers.services import change, create


def hand_out(application: Any, order: Order) -> None:
    """Replace what is valid, make the certificate, enter or renew the person; raises Refused as those moves do."""
    _replace_valid(application, order)
    _make(application, order)
    _keep_in_list(application, order)


def _replace_valid(application: Any, order: Order) -> None:
    rows: Any = book("certificate").model._base_manager
    held = rows.filter(identity_number=application.identity_number, category=application.category)
    for certificate in held.filter(state="valid"):
        move(certificate, Order("replace", None, order.on, order.now, reason=application.application_no))


def _make(application: Any, order: Order) -> None:
    copied = ("name", "identity_number", "category", "certificate_no", "matter", "medium", "issued_on", "valid_to")
    values = {name: getattr(application, name) for name in (*copied, "area")}
    create(
        book=book("certificate"),
        values=values | {"issue_no": _issue_no(order)},
        user=order.user,
        on=order.on,
        now=order.now,
    )


def _issue_no(order: Order) -> str:
    rows: Any = book("certificate").model._base_manager
    return next_number(
        "certificate.issue_no",
        order.on.year,
        "衡从证{年度}{序号6}",
        lambda text: bool(rows.filter(issue_no=text).exists()),
    )


def _keep_in_list(application: Any, order: Order) -> None:
    people = book("practitioner")
    rows: Any = people.model._base_manager
    person: Any = rows.filter(identity_number=application.identity_number, category=application.category).first()
    held = {name: getattr(application, name) for name in ("certificate_no", "issued_on", "valid_to")}
    if person is None:
        own = ("name", "identity_number", "category", "mobile", "operator", "licence_class", "area")
        values = {name: getattr(application, name) for name in own}
        values |= held | {"first_issued_on": application.first_issued_on}
        create(book=people, values=values, user=order.user, on=order.on, now=order.now)
        return
    if application.matter not in NEW_TERM:  # a replacement leaves the term as it was
        return
    if person.state == "expired":
        move(person, Order("renew", order.user, order.on, order.now, given={"valid_to": application.valid_to}))
    if order.user is not None:
        change(record=person, values=held, user=order.user, now=order.now, reason=application.application_no)
