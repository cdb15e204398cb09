"""The roll of heads and safety managers: certified by the examination, expired by the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import identity, operator
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import clerk, head, made, step
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
APPOINTED = date(2023, 3, 1)
HELD = date(2023, 6, 20)
PERSON: dict[str, Any] = {"name": "阳光", "identity_number": identity(1), "post": "head", "trade": "passenger"}


def manager(owner: Any, **values: Any) -> Any:
    return made("safety_manager", on=APPOINTED, operator=owner, **(PERSON | {"appointed_on": APPOINTED} | values))


def examined(owner: Any, someone: User, boss: User) -> None:
    """The person passed in June and was given a certificate for three years."""
    session = made("managers_exam_session", session_no="1", exam_on=HELD, room="一号", capacity=4)
    entry = made("managers_exam_entry", session=session, operator=owner, applied_on=date(2023, 6, 1), **PERSON)
    step(step(entry, "register", someone, date(2023, 6, 2)), "pass", someone, HELD, score=90)
    step(entry, "certify", boss, date(2023, 6, 26))


def test_the_certificate_comes_from_the_examination() -> None:
    owner, someone = operator(1), clerk()
    examined(owner, someone, head())
    one = step(manager(owner), "certify", someone, date(2023, 6, 27))
    assert (one.state, one.certificate_no, one.valid_to) == ("certified", "衡道运考〔2023〕0001号", date(2026, 6, 25))


def test_without_an_examination_the_certificate_is_typed() -> None:
    one, someone = manager(operator(1)), clerk()
    with pytest.raises(Refused, match="没有查到考核合格证明"):
        step(one, "certify", someone, HELD)
    with pytest.raises(Refused, match="已过有效期"):
        step(one, "certify", someone, HELD, certificate_no="旧1", valid_to=date(2023, 6, 1))
    step(one, "certify", someone, HELD, certificate_no="旧1", valid_to=date(2024, 6, 1))
    assert one.certificate_no == "旧1"


def test_a_certificate_does_not_run_out_early() -> None:
    one, someone = manager(operator(1)), clerk()
    step(one, "certify", someone, HELD, certificate_no="旧1", valid_to=date(2023, 9, 1))
    with pytest.raises(Refused, match="还没有过期"):
        step(one, "expire", someone, date(2023, 9, 1))
    step(one, "expire", someone, date(2023, 9, 2))
    step(one, "leave", someone, date(2023, 9, 3), reason="离职")
    assert (one.state, one.left_on) == ("left", date(2023, 9, 3))


def test_whoever_is_appointed_is_to_be_certified_within_180_days() -> None:
    assert manager(operator(1)).due_on == date(2023, 8, 28)
    assert manager(operator(2), appointed_on=date(2023, 4, 5)).due_on == date(2023, 10, 7)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "certified"}, ["certificate_no", "certified_on", "valid_to"]),
        ({"state": "left", "left_on": date(2023, 2, 1)}, ["left_on"]),
        ({"state": "appointed", "certified_on": HELD, "valid_to": APPOINTED}, ["valid_to"]),
    ],
)
def test_a_state_brings_its_dates(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("safety_manager", appointed_on=APPOINTED, **row) == expected
