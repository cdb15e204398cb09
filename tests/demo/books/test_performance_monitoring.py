"""绩效运行监控 of the demonstration."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.performance_monitoring import paid_by_then
from yunguan.demo.centre import Centre


def test_every_goal_of_the_year_is_looked_at_as_of_july(centre: Centre) -> None:
    goals = {row["goal_no"] for row in centre.rows("performance_goal") if row["year"] == 2023}
    looks = centre.rows("performance_monitoring")
    assert {row["goal"] for row in looks} == goals
    assert {row["as_of"] for row in looks} == {date(2023, 7, 31)}


def test_what_is_said_of_the_money_is_what_the_payments_come_to(centre: Centre) -> None:
    said = {row["goal"]: row["money_remark"] for row in centre.rows("performance_monitoring")}
    for code in ("DLYSFW", "YBSJ", "LLRYPX"):
        paid = [row["amount"] for row in centre.rows("payment") if row["project"] == code and row["paid_on"].month <= 7]
        assert sum(paid) == paid_by_then(centre, code)
        assert f"支付{sum(paid) / 10_000:.2f}万元" in said[f"2023-{code}"]
