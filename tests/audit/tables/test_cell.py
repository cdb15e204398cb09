import pytest

from yunguan.audit.tables.cell import unit_of


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("面积（万亩）", "万亩"),
        ("完成率（％）", "%"),
        ("受益（万户）", "万户"),
        ("学校（所）", "所"),
        ("客流（单位：万人次）", "万人次"),
    ],
)
def test_a_head_names_the_unit_of_its_own_column(head: str, unit: str) -> None:
    assert unit_of(head, "", "万元") == unit
    assert unit_of("本年数", head, "万元") == unit


@pytest.mark.parametrize("head", ["养护里程", "受益户数", "培训次数", "产量", "车辆数", "车辆保有量", "执法车（辆数）"])
def test_a_column_that_counts_holds_no_money(head: str) -> None:
    assert unit_of(head, "", "万元") == ""


@pytest.mark.parametrize("head", ["车辆购置费", "车辆运行费", "本年数"])
def test_what_vehicles_cost_is_money(head: str) -> None:
    assert unit_of(head, "", "万元") == "万元"
