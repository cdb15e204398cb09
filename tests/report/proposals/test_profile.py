from yunguan.report.proposals.grams import grams
from yunguan.report.proposals.profile import profiles


def test_a_figure_of_the_outline_knows_its_clause_and_heading() -> None:
    known, _ = profiles()
    (routes,) = (each for each in known if each.indicator.id == "safety.emergency_plan.filed_rate")

    assert grams("备案率") <= routes.clauses[0]
    assert (routes.heading, routes.area) == ("规范应急预案备案", "市城区")
