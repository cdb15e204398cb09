"""Checks of vehicles: two signatures, no open fault, the vehicle of the papers, a report that still counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator, step
from tests.registers.complaints import complains_about
from tests.registers.maintenance.workshop import DAY, VIN, check, fault, item, staff
from yunguan.office.workflow.runtime import Refused

NEXT = date(2023, 3, 7)
ROW: dict[str, Any] = {"vin": VIN, "accepted_on": DAY, "check_kind": "new", "failures": 0}
SIGNED = {"checked_on": NEXT, "checker": "甲", "second_checker": "乙"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "accepted"}, []),
        ({"state": "accepted", "check_kind": "annual"}, ["plate"]),
        ({"state": "failed"}, ["checked_on", "checker", "second_checker", "failed_on"]),
        ({"state": "failed", "failed_on": NEXT} | SIGNED, ["failures"]),
        ({"state": "passed"} | SIGNED, ["passed_on", "certificate_no", "report_no", "report_on"]),
        ({"state": "accepted", "checker": "甲", "second_checker": "甲"}, ["second_checker"]),
        ({"state": "failed", "failed_on": date(2023, 3, 3), "failures": 1} | SIGNED, ["failed_on"]),
    ],
)
def test_a_state_brings_its_dates_and_signatures(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("vehicle_check", **ROW | row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"second_checker": None}, "两人签字"),
        ({"vin_seen": None}, "不一致"),
        ({"report_no": None}, "没有检验检测报告"),
        ({"report_on": date(2022, 12, 6)}, "超过 90 日"),
    ],
)
def test_a_vehicle_that_is_not_shown_to_be_right_does_not_pass(values: dict[str, Any], words: str) -> None:
    clerk, _ = staff()
    record = check(operator(1), **values)
    with pytest.raises(Refused, match=words):
        step(record, "pass", clerk, NEXT)


@pytest.mark.django_db
def test_who_signs_first_does_not_sign_again() -> None:
    clerk, _ = staff()
    with pytest.raises(Refused, match="不能是同一人"):
        step(check(operator(1)), "pass", clerk, NEXT, second_checker="甲")


@pytest.mark.django_db
def test_a_vehicle_passes_at_once_and_is_filed_away() -> None:
    clerk, _ = staff()
    record: Any = step(check(operator(1)), "pass", clerk, NEXT)
    assert (record.checked_on, record.certificate_no) == (NEXT, "衡车核〔2023〕0001号")
    assert step(record, "archive", clerk, date(2023, 4, 3)).state == "archived"


@pytest.mark.django_db
def test_a_vehicle_with_a_fault_is_put_right_before_it_passes() -> None:
    clerk, _ = staff()
    record: Any = check(operator(1))
    with pytest.raises(Refused, match="没有登记不合格项目"):
        step(record, "fail", clerk, NEXT)
    found = fault(record, item())
    with pytest.raises(Refused, match="还有 1 个不合格项目"):
        step(record, "pass", clerk, NEXT)
    step(record, "fail", clerk, NEXT)
    step(record, "fail_again", clerk, date(2023, 3, 14))
    step(found, "rectify", clerk, date(2023, 3, 20), remedy="已更换。")
    step(record, "pass_again", clerk, date(2023, 3, 20))
    assert (record.state, record.checked_on, record.failures) == ("passed", NEXT, 2)


@pytest.mark.django_db
def test_the_limit_runs_from_the_first_failure_over_a_holiday() -> None:
    clerk, _ = staff()
    record: Any = check(operator(1), accepted_on=date(2023, 9, 4), report_on=date(2023, 9, 1))
    fault(record, item(), found_on=date(2023, 9, 4))
    step(record, "fail", clerk, date(2023, 9, 4))
    step(record, "fail_again", clerk, date(2023, 9, 18))
    assert (record.due_on, record.overdue_from) == (date(2023, 10, 7), date(2023, 10, 8))


@pytest.mark.django_db
def test_a_vehicle_that_is_not_put_right_stays_out() -> None:
    clerk, head = staff()
    record = check(operator(1))
    fault(record, item())
    step(record, "fail", clerk, NEXT)
    assert step(record, "reject", head, date(2023, 3, 20), "整改无望").state == "rejected"


@pytest.mark.django_db
def test_an_application_is_taken_back() -> None:
    clerk, _ = staff()
    assert step(check(operator(1)), "withdraw", clerk, NEXT, "车辆退回").state == "withdrawn"


@pytest.mark.django_db
@pytest.mark.parametrize(("mass", "taken"), [(4500, False), (4501, True)])
def test_a_light_lorry_needs_no_check(mass: int, taken: bool) -> None:  # noqa: FBT001 - a case
    values = {"sector": "freight", "gross_mass_kg": mass}
    if taken:
        assert check(operator(1), **values).pk
    else:
        with pytest.raises(Refused, match="4500 千克"):
            check(operator(1), **values)
