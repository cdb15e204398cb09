"""绩效运行监控 of the demonstration."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.centre import Centre

SEVEN_MONTHS = {f"2023{month:02d}" for month in range(1, 8)}


def test_every_goal_of_the_year_is_looked_at_as_of_july(centre: Centre) -> None:
    goals = {row["goal_no"] for row in centre.rows("performance_goal") if row["year"] == 2023}
    looks = centre.rows("performance_monitoring")
    assert {row["goal"] for row in looks} == goals
    assert {row["as_of"] for row in looks} == {date(2023, 7, 31)}


def test_what_is_said_of_the_money_is_what_was_paid_from_january_to_july(centre: Centre) -> None:
    said = {row["goal"]: row["money_remark"] for row in centre.rows("performance_monitoring")}
    for code in ("BM", "DLYSFW", "YBSJ", "LLRYPX"):
        rows = (row for row in centre.rows("payment") if f"{row['paid_on']:%Y%m}" in SEVEN_MONTHS)
        paid = sum((row["amount"] for row in rows if code in {"BM", row["project"]}), Decimal(0))
        assert f"支付{paid / 10_000:.2f}万元" in said[f"2023-{code}"]
