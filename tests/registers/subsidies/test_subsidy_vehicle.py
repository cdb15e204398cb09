"""Claims: vehicles that are there, once, in one county, and decided step by step."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, account, operator, step
from tests.registers.subsidies.pools import (
    again,
    claim,
    claimed_pool,
    claims,
    do,
    people,
    plan,
    published,
    recipient,
    taxi_company,
    vehicle,
)
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"months": 13}, "不能超过 12 个月"),
        ({"claimed_on": date(2023, 2, 1)}, "早于这笔资金的启动日期"),
        ({"energy": "any"}, "实际的动力类型"),
        ({"plate_colour": "2"}, "名录中没有这辆车"),
    ],
)
def test_a_claim_that_cannot_be_is_refused(values: dict[str, Any], words: str) -> None:
    who = taxi_company()
    vehicle(who.operator, 1)
    with pytest.raises(Refused, match=words):
        claim(plan(), who, 1, **values)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"sector": "bus"}, "不属于这种补贴的范围"),
        ({"registered_on": date(2022, 7, 4)}, "在册不超过 6 个月"),
        ({"registered_on": date(2023, 1, 4)}, "在册不超过 0 个月"),
    ],
)
def test_a_claim_is_held_against_the_vehicles_list(values: dict[str, Any], words: str) -> None:
    who = taxi_company()
    vehicle(who.operator, 1, **values)
    with pytest.raises(Refused, match=words):
        claim(plan(), who, 1)


def test_a_vehicle_of_another_owner_is_not_claimed() -> None:
    who = taxi_company(1)
    vehicle(operator(2, sector="taxi"), 1)
    with pytest.raises(Refused, match="与收款人所属业户不一致"):
        claim(plan(), who, 1)


def test_a_vehicle_is_not_in_two_pools_that_exclude_each_other() -> None:
    who = taxi_company()
    vehicle(who.operator, 1)
    claim(plan("2022-甲"), who, 1)
    with pytest.raises(Refused, match="已有相同的记录"):
        claim(plan("2022-乙"), who, 1)
    assert claim(plan("2022-丙", kind="taxi_electric"), who, 1).pk
    assert claim(plan("2023-甲", year=2023), who, 1).pk


def test_a_vehicle_is_not_claimed_in_two_counties() -> None:
    company = operator(1, sector="taxi")
    here, there = recipient(company), recipient(company, recipient_no="分公司", area="430481")
    vehicle(company, 1)
    claim(plan("2022-甲"), here, 1)
    with pytest.raises(Refused, match="一车不能在两地申报"):
        claim(plan("2022-丙", kind="taxi_electric"), there, 1)


def test_an_excluded_vehicle_may_be_claimed_where_it_belongs() -> None:
    who = taxi_company()
    vehicle(who.operator, 1)
    first = claim(plan("2022-甲"), who, 1)
    clerk, _ = people()
    step(first, "exclude", clerk, date(2023, 3, 8), excluded_reason="不属于本资金范围")
    assert claim(plan("2022-乙"), who, 1).pk


def test_a_claim_goes_from_the_county_to_the_city() -> None:
    clerk, head = people()
    county = account(Role.COUNTY, "county_430405")
    record = claims(claimed_pool((12,)))[0]
    do(record, "return", county, date(2023, 3, 7), reason="缺行驶证")
    do(record, "claim_again", county, date(2023, 3, 8))
    do(record, "first_check", county, date(2023, 3, 9))
    assert do(record, "confirm", head, date(2023, 3, 10)).state == "confirmed"
    do(record, "exclude", clerk, date(2023, 3, 13), excluded_reason="年内停运")
    assert do(record, "reinstate", clerk, date(2023, 3, 14), reason="停运已更正").state == "confirmed"


def test_an_exclusion_has_a_reason() -> None:
    clerk, _ = people()
    with pytest.raises(Refused, match="剔除原因"):
        do(claims(claimed_pool((12,)))[0], "exclude", clerk, date(2023, 3, 8))


def test_after_the_notice_has_begun_claims_stand_as_they_are() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    record = claims(pool)[0]
    with pytest.raises(Refused, match="请先撤回重算"):
        do(record, "exclude", clerk, date(2023, 3, 22), excluded_reason="年内停运")
    with pytest.raises(Refused, match="不能再增加或修改"):
        change(record=record, values={"months": 11}, user=clerk, now=NOW)
    vehicle(record.recipient.operator, 9)
    with pytest.raises(Refused, match="不能再增加或修改"):
        claim(again(pool), record.recipient, 9)
