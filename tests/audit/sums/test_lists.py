import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "total_equals_parts"


@pytest.mark.parametrize(
    "text",
    [
        "项目资金 100.00 万元，其中：年初安排 120.00 万元，核减 {} 万元。",
        "项目资金 100.00 万元，其中：年初安排 120.00 万元，压缩 {} 万元。",
        "核减资金 50.00 万元，其中：核减甲项目 30.00 万元，核减乙项目 {} 万元。",
    ],
)
def test_what_was_cut_is_taken_off_unless_all_of_it_was_cut(text: str) -> None:
    assert held_by(RULE, text.format("20.00"))
    assert said_by(RULE, text.format("20.00")) == []
    assert said_by(RULE, text.format("30.00")) == ["warning"]


@pytest.mark.parametrize("until", ["截至年底支出", "截止12月底支出", "到目前拨付"])
def test_a_list_ends_where_something_is_told_as_of_a_day(until: str) -> None:
    text = f"项目资金 100.00 万元，其中：中央资金 60.00 万元，省级资金 45.00 万元，{until} 90.00 万元。"

    (finding,) = (each for each in audited(text).findings if each.rule == RULE)

    assert finding.difference == "-5万元"


@pytest.mark.parametrize(("kind", "expected"), [("类", ["warning"]), ("片区", ["warning"]), ("", [])])
def test_parts_that_are_kinds_are_all_there_are(kind: str, expected: list[str]) -> None:
    text = f"全年项目 157 个，其中产业{kind} 60 个、设施{kind} 45 个、培训{kind} {{}} 个。"

    assert said_by(RULE, text.format(25)) == expected
    assert said_by(RULE, text.format(52)) == []


def test_a_list_may_open_right_behind_the_unit_of_its_total() -> None:
    text = "扶持农户 126 户中，甲镇 60 户，乙镇 40 户，丙镇 {} 户。"

    assert held_by(RULE, text.format(26))
    assert said_by(RULE, text.format(36)) == ["warning"]


@pytest.mark.parametrize(("mark", "expected"), [("；其他支出", []), ("，其他支出", ["warning"])])
def test_what_a_total_mainly_is_ends_at_a_semicolon(mark: str, expected: list[str]) -> None:
    assert said_by(RULE, f"支出 14.50 万元，主要是修路 9.00 万元{mark} 5.60 万元。") == expected


def test_what_was_spent_less_is_no_part_of_what_was_spent() -> None:
    text = "支出 9.00 万元，其中修路少支 1.00 万元，绿化 5.00 万元，照明 4.00 万元。"

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(("last", "expected"), [("当年新增", []), ("丙站", ["warning"])])
def test_what_was_new_in_the_year_is_no_part_of_what_there_is(last: str, expected: list[str]) -> None:
    assert said_by(RULE, f"现有职工 74 人，其中：甲站 38 人，乙站 26 人，{last} 26 人。") == expected


@pytest.mark.parametrize("kind", ["支出", "项目经费"])
def test_parts_that_all_end_in_the_word_of_their_total_need_not_be_all_there_are(kind: str) -> None:
    text = f"全年支出 157 万元，其中修路{kind} 60 万元、绿化{kind} 45 万元、照明{kind} 25 万元。"

    assert said_by(RULE, text) == []


@pytest.mark.parametrize("opening", ["共三项", "共分三项", "分三个部分"])
def test_a_number_of_items_and_a_colon_open_the_list_of_all(opening: str) -> None:
    text = f"专项资金 90.00 万元，{opening}：修路 50.00 万元，绿化 30.00 万元，照明 {{}} 万元。"

    assert held_by(RULE, text.format("10.00"))
    assert said_by(RULE, text.format("11.00")) == ["warning"]


def test_numbers_before_their_names_are_no_parts_without_a_unit() -> None:
    assert said_by(RULE, "车辆 90 辆，其中：50大型，30中型，20小型。") == []
    assert said_by(RULE, "车辆 90 辆，其中：大型 50，中型 30，小型 20。") == ["warning"]
