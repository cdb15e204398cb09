"""Trades of repair shops, written as names or codes."""

from __future__ import annotations

import pytest

from yunguan.registers.maintenance.trades import RepairClass, strange, written_out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小型车维修", "04203"),
        ("04203、大中型货车维修", "04202、04203"),
        ("04203, 04203；小型车维修", "04203"),
        ("飞机维修", "飞机维修"),
    ],
)
def test_trades_are_kept_as_codes_in_order_and_once(text: str, expected: str) -> None:
    assert written_out(RepairClass.SECOND, text) == expected


def test_a_trade_of_another_class_is_strange() -> None:
    assert list(strange(RepairClass.THIRD, "04203、04307、飞机维修")) == ["04203", "飞机维修"]
