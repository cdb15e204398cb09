"""Filings of repair shops: what is asked for, told once, numbered, changed and given up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, operator, step
from tests.registers.complaints import complains_about
from tests.registers.maintenance.workshop import DAY, filed_shop, shop, staff
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

KNOWN = {"shop_class": "042", "trades": "04203"}
FILED = {"submitted_on": DAY, "filed_on": date(2023, 3, 8), "filing_no": "1"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "draft"}, []),
        ({"state": "draft", "trades": "04301"}, ["trades"]),
        ({"state": "submitted"}, ["submitted_on"]),
        ({"state": "supplement", "submitted_on": DAY}, ["supplement_asked_on", "missing_items"]),
        ({"state": "filed", "submitted_on": DAY}, ["filed_on", "filing_no"]),
        ({"state": "filed"} | FILED | {"filed_on": date(2023, 3, 3)}, ["filed_on"]),
        ({"state": "changing"} | FILED, ["change_submitted_on", "change_items"]),
        ({"state": "cancelled", "cancelled_on": date(2023, 3, 7)} | FILED, ["cancelled_on"]),
    ],
)
def test_a_state_brings_its_dates_and_numbers(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("repair_shop", **KNOWN | row) == expected


@pytest.mark.django_db
def test_the_check_ends_on_the_fifth_working_day() -> None:
    clerk, _ = staff()
    record = step(shop(operator(1)), "submit", clerk, date(2023, 9, 26))
    assert record.due_on == date(2023, 10, 9)  # 27, 28 September, then 7, 8 (made up) and 9 October


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"site_right": False}, "使用权证明"),
        ({"equipment_listed": False}, "设备清单"),
        ({"rules_kept": False}, "管理制度"),
        ({"environment_kept": False}, "环境保护"),
        ({"inspectors": 0}, "质量检验员"),
        ({"shop_class": "041", "trades": "04104", "shop_area": 90000}, "危险货物运输车辆"),
    ],
)
def test_an_incomplete_shop_is_not_filed(missing: dict[str, Any], words: str) -> None:
    clerk, head = staff()
    record = step(shop(operator(1), **missing), "submit", clerk, DAY)
    with pytest.raises(Refused, match=words):
        step(record, "file", head, DAY)


@pytest.mark.django_db
def test_filings_are_numbered_and_the_number_is_used_once() -> None:
    clerk, head = staff()
    first = filed_shop(operator(1), clerk, head)
    assert first.filing_no == "衡维备〔2023〕0001号"  # type: ignore[attr-defined]
    second = step(shop(operator(2)), "submit", clerk, DAY)
    with pytest.raises(Refused, match="已被使用"):
        step(second, "file", head, DAY, filing_no="衡维备〔2023〕0001号")


@pytest.mark.django_db
def test_a_small_hall_is_filed_with_a_remark() -> None:
    clerk, head = staff()
    record = step(shop(operator(1), shop_area=15000), "submit", clerk, DAY)
    assert step(record, "file", head, DAY).state == "filed"


@pytest.mark.django_db
def test_what_is_missing_is_told_once() -> None:
    clerk, _ = staff()
    record = step(shop(operator(1)), "submit", clerk, DAY)
    with pytest.raises(Refused, match="还没有告知过"):
        step(record, "return_again", clerk, DAY, "缺")
    step(record, "ask_supplement", clerk, date(2023, 3, 7), missing_items="缺检定证书。")
    step(record, "resubmit", clerk, date(2023, 3, 10))
    with pytest.raises(Refused, match="2023-03-07 一次性告知"):
        step(record, "ask_supplement", clerk, date(2023, 3, 13), missing_items="另缺合同。")
    step(record, "return_again", clerk, date(2023, 3, 13), "检定证书仍缺")
    assert (record.state, record.supplement_asked_on) == ("supplement", date(2023, 3, 7))  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_change_keeps_the_number_and_the_day_of_the_filing() -> None:
    clerk, head = staff()
    record: Any = filed_shop(operator(1), clerk, head)
    step(record, "report_change", clerk, date(2023, 5, 8), change_items="增加车间。")
    step(record, "confirm_change", head, date(2023, 5, 10))
    assert (record.filed_on, record.changed_on) == (date(2023, 3, 8), date(2023, 5, 10))
    step(record, "report_change", clerk, date(2023, 6, 8), change_items="更名。")
    step(record, "drop_change", clerk, date(2023, 6, 9), "不再变更")
    assert (record.state, record.filed_on) == ("filed", date(2023, 3, 8))


@pytest.mark.django_db
def test_a_shop_that_gave_up_or_was_declined_applies_afresh() -> None:
    clerk, head = staff()
    record: Any = filed_shop(operator(1), clerk, head)
    step(record, "cancel", head, date(2023, 6, 1), "停业")
    step(record, "reapply", clerk, date(2023, 9, 1))
    assert (record.state, record.filing_no, record.filed_on) == ("submitted", None, None)
    step(record, "decline", head, date(2023, 9, 4), "场地不符")
    step(record, "reapply", clerk, date(2023, 10, 9))
    step(record, "file", head, date(2023, 10, 10))
    assert record.filing_no == "衡维备〔2023〕0002号"


@pytest.mark.django_db
def test_an_operator_files_only_for_itself() -> None:
    own, other = operator(1), operator(2)
    user = account(Role.OPERATOR)
    user.operator_uscc = own.uscc  # type: ignore[attr-defined]
    user.save()
    assert shop(own, user).pk
    with pytest.raises(Refused, match="本企业"):
        shop(other, user)
