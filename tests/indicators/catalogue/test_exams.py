"""Figures of all examinations for qualifications."""

from __future__ import annotations

import pytest

from tests.factories import account, step
from tests.registers.practitioners.people import EXAM, SECTION, sitting
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role


@pytest.mark.django_db
def test_sittings_of_every_category_count_and_say_whether_certificates_were_told_of() -> None:
    clerk = account(Role.CLERK, SECTION)
    for session in (sitting(1, told_of_certificates=True), sitting(2, category="02001"), sitting(3)):
        for code in ("open", "close", "hold") if session.session_no != "3" else ():  # type: ignore[attr-defined]
            step(session, code, clerk, EXAM)
    found = figures(question_of(Period.year(2023)), ["exams.sessions", "exams.told_rate"])
    assert [figure.value for figure in found.values()] == [2, 50]
