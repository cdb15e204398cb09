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
