"""Routes of a line: one on one day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.complaints import complains_about
from tests.registers.urban_transit.lines import line, version
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.urban_transit.bus_line_version import version_on

pytestmark = pytest.mark.django_db


def test_a_second_route_begins_after_the_first_has_ended() -> None:
    one = line()
    version(one, until=date(2023, 6, 30))
    with pytest.raises(Refused, match="时段重叠"):
        version(one, 2, since=date(2023, 6, 30))
    later = version(one, 2, since=date(2023, 7, 1))
    assert (version_on(one, date(2023, 6, 30)).number, version_on(one, date(2023, 7, 1))) == (1, later)  # type: ignore[union-attr]
    assert version_on(one, date(2019, 1, 1)) is None


def test_routes_of_different_lines_do_not_disturb_each_other() -> None:
    version(line(116))
    assert version(line(127)).number == 1


def test_a_route_has_two_ends_and_a_length() -> None:
    row: dict[str, Any] = {
        "effective_from": date(2023, 1, 1),
        "effective_to": date(2022, 1, 1),
        "stops": 1,
        "length_km": 0,
    }
    assert complains_about("bus_line_version", **row) == ["effective_to", "stops", "length_km"]
