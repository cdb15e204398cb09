"""Campaigns of hair tests: the list drawn from the register, ended when everybody is accounted for."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import identity, operator
from tests.registers.urban_transit.drivers import DRAWN, campaign, drawn, driver, on_the_list
from tests.registers.urban_transit.lines import clerk, head, step
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_the_list_holds_each_driver_of_the_trades_once() -> None:
    key, plain, bus = operator(1, key_carrier=True), operator(2), operator(3, sector="bus")
    driver(1, "01001", key)
    driver(2, "01001", plain)
    driver(3, "13001", bus)
    driver(3, "01001", key)
    driver(4, "13001", operator(4, sector="bus", area="430481"))
    driver(5, "13001", bus, issued_on=date(2023, 11, 1))
    driver(6, "03003", key)
    drawn(clerk())
    assert [(each.identity_number, each.trade) for each in on_the_list()] == [
        (identity(1), "key_carriers"),
        (identity(3), "bus"),
    ]


def test_the_whole_city_is_listed_where_the_campaign_says_so() -> None:
    driver(4, "09002", operator(4, sector="taxi", area="430481"))
    drawn(clerk(), reach="city")
    assert [each.trade for each in on_the_list()] == ["taxi"]


def test_a_list_is_drawn_after_the_cut_off_day_from_a_register_that_is_kept() -> None:
    someone = clerk()
    with pytest.raises(Refused, match="还没有到名单截止日期"):
        step(campaign(cutoff_on=date(2023, 12, 31)), "draw", someone, date(2023, 12, 30))
    with pytest.raises(Refused, match="请先登记从业人员"):
        step(campaign(campaign_no="DJ2"), "draw", someone, DRAWN)


def test_a_campaign_ends_when_it_is_said_of_everybody_what_became_of_them() -> None:
    someone, boss = clerk(), head()
    driver(1, "09003", operator(1, sector="ride_hailing"))
    one = drawn(someone)
    with pytest.raises(Refused, match="还有 1 名驾驶员没有办结"):
        step(one, "close", boss, date(2023, 12, 1))
    step(on_the_list().get(), "miss", someone, date(2023, 11, 20), absent_reason="外出")
    assert step(one, "close", boss, date(2023, 12, 1)).state == "closed"
