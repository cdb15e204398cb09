"""统计月报数据 of the demonstration."""

from yunguan.demo.centre import Centre


def test_every_return_that_was_filed_has_all_its_items(centre: Centre) -> None:
    filed = [row for row in centre.rows("monthly_return") if row["state"] != "owed"]
    items = sum(6 if row["task"].startswith("交企客1") else 4 for row in filed)
    assert len(centre.rows("monthly_value")) == items
