"""Papers handed in: judged, and handed in again where they are not fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, items, made
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

DAY = date(2023, 3, 6)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "received"}, []),
        ({"state": "fit"}, ["judged_on"]),
        ({"state": "unfit", "judged_on": DAY}, ["remark"]),
        ({"state": "fit", "judged_on": date(2023, 3, 1)}, ["judged_on"]),
    ],
)
def test_a_judgement_has_its_day_and_its_reason(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("school_filing_paper", received_on=DAY, **row) == expected


@pytest.mark.django_db
def test_an_unfit_paper_is_handed_in_again_and_a_fit_one_may_be_replaced() -> None:
    clerk = account(Role.CLERK, SECTION)
    record = made("school_filing_paper", operator=company(1), item=items("营业执照")[0], received_on=DAY)
    with pytest.raises(Refused, match="不符合之处"):
        step(record, "find_unfit", clerk, DAY)
    step(record, "find_unfit", clerk, DAY, remark="已过期")
    step(record, "hand_in_again", clerk, date(2023, 3, 8))
    step(record, "find_fit", clerk, date(2023, 3, 9))
    assert step(record, "replace", clerk, date(2023, 5, 9), "换照").state == "received"
