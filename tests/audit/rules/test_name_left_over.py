import pytest

from tests.audit.said_by import said_by

RULE = "name_left_over"
TEXT = "平川县民政局2023年工作总结\n\n在{}下，各项工作有序推进。\n"


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("临水县委、县政府的坚强领导", ["warning"]),
        ("平川县委、县政府的坚强领导", []),
        ("东岭市委、市政府的坚强领导", []),
        ("县水利局党组的正确领导", ["warning"]),
        ("县民政局党组的正确领导", []),
    ],
)
def test_who_leads_an_office_is_of_its_own_place_and_bureau(who: str, expected: list[str]) -> None:
    assert said_by(RULE, TEXT.format(who)) == expected


@pytest.mark.parametrize(
    "text",
    [
        TEXT.format("临水县委、县政府的坚强领导") + "\n我局派员到临水县学习。\n",
        TEXT.format("临水县委、县政府的坚强领导").replace("平川县", ""),
    ],
)
def test_a_place_told_of_elsewhere_or_a_title_without_one_proves_nothing(text: str) -> None:
    assert said_by(RULE, text) == []
