import pytest

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
