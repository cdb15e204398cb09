import pytest

from tests.audit.said_by import held_by, said_by

RULE = "change_and_growth"


@pytest.mark.parametrize(("said", "expected"), [("提高 2.0", []), ("提高 3.0", ["error"]), ("下降 2.0", ["error"])])
def test_points_between_this_years_rate_and_last_years_behind_it(said: str, expected: list[str]) -> None:
    text = f"满意率 92.0%，上年为 90.0%，{said} 个百分点。"

    assert said_by(RULE, text) == expected
    assert held_by(RULE, text) is not bool(expected)
