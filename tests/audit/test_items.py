import pytest

from tests.audit.said_by import said_by
from yunguan.audit.items import canonical


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("车辆购置及运行费", "公务用车购置及运行维护费"),
        ("车辆合计", "公务用车购置及运行维护费"),
        ("公车合计", "公务用车购置及运行维护费"),
        ("车辆购置费", "公务用车购置费"),
        ("车辆运行维护费", "公务用车运行维护费"),
        ("车辆通行费", None),
    ],
)
def test_vehicles_are_official_ones_in_an_account(words: str, item: str | None) -> None:
    assert canonical(words) == item


@pytest.mark.parametrize(
    ("text", "expected"), [("总收入 90.00 万元，总支出 95.00 万元", []), ("总收入 90.00 万元", ["error"])]
)
def test_income_told_beside_what_it_was_spent_for_may_hold_what_was_carried_over(
    text: str, expected: list[str]
) -> None:
    report = f"某局2022年度部门决算\n\n全年{text}。\n\n收入支出表\n单位：万元\n项目\t决算数\n本年收入合计\t80.00\n"

    assert said_by("same_fact", report) == expected
