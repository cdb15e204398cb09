"""Bus lines: paused, resumed, ended after the public was told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator
from tests.registers.urban_transit.lines import clerk, head, line, step
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 30)


def test_a_line_that_runs_again_keeps_the_day_it_was_opened() -> None:
    someone = clerk()
    one = step(step(line(), "suspend", someone, date(2023, 3, 1), reason="修路"), "resume", someone, date(2023, 5, 1))
    assert (one.state, one.opened_on) == ("operating", date(2020, 5, 1))


def test_a_line_ends_thirty_days_after_the_public_was_told() -> None:
    one, boss = line(), head()
    with pytest.raises(Refused, match="还没有满 30 日"):
        step(one, "withdraw", boss, DAY, reason="客流不足", end_told_on=date(2023, 6, 1), end_doc_no="1号")
    step(one, "withdraw", boss, DAY, reason="客流不足", end_told_on=date(2023, 5, 31), end_doc_no="1号")
    assert one.withdrawn_on == DAY


def test_a_line_does_not_end_without_consent() -> None:
    with pytest.raises(Refused, match="停运同意文号"):
        step(line(), "withdraw", head(), DAY, reason="客流不足", end_told_on=date(2023, 5, 1))


@pytest.mark.parametrize("values", [{"operator": 1}, {"electric": 11}, {"low_floor": 11}])
def test_a_line_is_a_bus_companys_and_has_no_more_vehicles_of_a_kind_than_it_has(values: dict[str, Any]) -> None:
    if "operator" in values:
        values = {"operator": operator(1, sector="taxi")}
    with pytest.raises(Refused, match=r"城市公交企业|多于配车数"):
        line(**values)
