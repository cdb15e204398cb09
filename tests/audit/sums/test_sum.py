import pytest

from tests.audit.said_by import said_by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出 174 万元，其中修路 138 万元，绿化 26 万元。", []),
        ("支出 174.5 万元，其中修路 138.5 万元，绿化 26.0 万元。", []),
        ("支出 174 万元，其中修路 138 万元，绿化 46 万元。", ["warning"]),
        ("支出 17415 元，其中修路 13800 元，绿化 2615 元。", ["warning"]),
        ("支出 174 万元，其中修路 100 万元，绿化 26 万元，照明 38 万元。", ["warning"]),
    ],
)
def test_one_wrong_digit_tells_only_in_long_numbers_where_two_parts_leave_something_over(
    text: str, expected: list[str]
) -> None:
    assert said_by("total_equals_parts", text) == expected


def test_numbers_of_very_different_steps_each_stand_for_their_own_last_digit() -> None:
    text = "客运量396.6亿人次，其中：公交171.5亿人次，轨道170.6亿人次，出租54.1亿人次，轮渡3522万人次。"

    assert said_by("total_equals_parts", text) == ["hint"]
