"""统计审核规则 of the demonstration."""

from yunguan.demo.centre import Centre


def test_rules_look_inside_the_form_back_in_time_and_at_the_vehicles(centre: Centre) -> None:
    against = {row["against"] for row in centre.rows("check_rule")}
    assert against == {"items", "number", "last_month", "last_year", "vehicles"}
