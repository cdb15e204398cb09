"""Sittings for qualifications are sittings like any other; the category stands with them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.practitioners.people import EXAM, SECTION, entry, sitting
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused


def test_a_sitting_has_seats() -> None:
    assert complains_about("practitioner_exam_session", exam_on=EXAM, capacity=0) == ["capacity"]


@pytest.mark.django_db
def test_a_sitting_is_published_when_everybody_is_marked() -> None:
    clerk, head, session = account(Role.CLERK, SECTION), account(Role.HEAD, SECTION), sitting()
    seated = step(entry(session, 1), "register", clerk, date(2023, 6, 5))
    for code in ("open", "close", "hold"):
        step(session, code, clerk, EXAM)
    with pytest.raises(Refused, match="还有 1 名"):
        step(session, "publish", head, date(2023, 6, 21))
    step(seated, "absent", clerk, EXAM)
    assert step(session, "publish", head, date(2023, 6, 21)).state == "published"


@pytest.mark.django_db
def test_a_sitting_is_called_off_with_a_reason() -> None:
    head = account(Role.HEAD, SECTION)
    assert step(sitting(), "cancel", head, date(2023, 6, 1), "报名人数不足").state == "cancelled"
