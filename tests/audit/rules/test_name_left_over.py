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


OWN = "平川县公路养护服务中心2023年工作总结\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("临水县公路养护服务中心承担全县公路养护任务。", ["warning"]),
        ("临水县公路养护服务中心将继续加强管理。", ["warning"]),
        ("平川县公路养护服务中心承担全县公路养护任务。", []),
        ("我中心派员赴临水县公路养护服务中心学习。", []),
        ("与临水县公路养护服务中心签订协议。", []),
    ],
)
def test_the_units_own_name_bears_its_own_place(text: str, expected: list[str]) -> None:
    assert said_by(RULE, OWN.format(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任务完成。临水县养护站将一如既往做好工作。", ["warning"]),
        ("临水县委高度重视农村公路建设。", ["warning"]),
        ("平川县委高度重视农村公路建设。", []),
        ("临水县将继续做好工作。", []),
        ("临水市政府高度重视农村公路建设。", []),
        ("全县各单位高度重视农村公路建设。", []),
    ],
)
def test_what_we_promise_and_value_is_of_our_own_place(text: str, expected: list[str]) -> None:
    assert said_by(RULE, OWN.format(text)) == expected


def test_a_city_may_tell_of_what_a_city_below_it_values_but_not_promise_for_it() -> None:
    report = "东岭市交通运输局2023年工作总结\n\n耒水市政府{}农村公路建设。\n"

    assert said_by(RULE, report.format("高度重视")) == []
    assert said_by(RULE, report.format("将继续")) == ["warning"]
