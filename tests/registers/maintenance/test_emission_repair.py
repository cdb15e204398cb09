"""Stays in M stations as the record system tells them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.maintenance.workshop import case, repair, running_station, staff
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

TAKEN = date(2023, 3, 22)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"vin": "L0X12345XPZ000002"}, "是否同一台车"),
        ({"taken_in_on": date(2023, 3, 17)}, "早于首检日期"),
        ({"finished_on": date(2023, 3, 21), "certificate_no": "JG-1"}, "早于进厂日期"),
        ({"finished_on": date(2023, 3, 23)}, "竣工凭证编号"),
    ],
)
def test_a_stay_fits_its_case(values: dict[str, Any], words: str) -> None:
    place = running_station(*staff())
    with pytest.raises(Refused, match=words):
        repair(case(), place, TAKEN, **values)


@pytest.mark.django_db
def test_a_station_takes_nothing_in_before_it_runs() -> None:
    place = running_station(*staff())
    with pytest.raises(Refused, match="还没有投入运行"):
        repair(case(tested_on=date(2023, 3, 1)), place, date(2023, 3, 14))


@pytest.mark.django_db
def test_a_repair_of_a_few_minutes_is_told_not_refused() -> None:
    stay = repair(case(), running_station(*staff()), TAKEN, minutes=9)
    told = [problem.message for _, problem in book("emission_repair").model.problems_among([stay])]
    assert told == ["维修用时只有 9 分钟，请核查是否真实维修。"]
