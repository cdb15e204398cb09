"""统计月报任务 of the demonstration."""

from yunguan.demo.centre import Centre
from yunguan.demo.targets import LAST_DAY


def test_all_months_are_sent_up_but_the_last(centre: Centre) -> None:
    for row in centre.rows("monthly_round"):
        assert row["state"] == ("issued" if row["month_end"] == LAST_DAY else "reported")
