from bench.audit.figures_share import lay
from tests.audit.telling.told_by import told_by

FIGURE = {
    "id": "x.learners",
    "name": "培训学员",
    "value": "28000",
    "unit": "人",
    "scope": "市城区",
    "as_of": "2023-10-31",
}


def test_a_figure_is_right_where_words_days_and_area_are() -> None:
    (laid,) = lay([FIGURE], told_by("2023年度报告\n\n截止10月底，城区驾校培训学员 2.8 万人。"))

    assert (laid.subject, laid.period, laid.area) == (True, True, True)


def test_a_figure_of_another_value_is_not_found() -> None:
    (laid,) = lay([FIGURE], told_by("截止10月底，城区驾校培训学员 2.7 万人。"))

    assert (laid.fact, laid.subject, laid.period) == (None, False, False)
