import pytest

from tests.audit.said_by import said_by

RULE = "doubled_words"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("加强资金管理管理，确保专款专用。", "warning"),
        ("以考核为抓手，手，督促各站整改。", "warning"),
        ("送医下乡项目项目支出 30 万元。", "hint"),
        ("局机关机关运行经费预算 52.30 万元。", "hint"),
        ("资金管理办法资金管理办法第一章总则", "hint"),
        ("资金管理办法资金管理办法，自印发之日起施行。", "warning"),
        ("填写培训培训名称。", "hint"),
        ("填写培训培训地点。", "warning"),
    ],
)
def test_a_doubled_word_is_found(text: str, severity: str) -> None:
    assert said_by(RULE, text) == [severity]


@pytest.mark.parametrize(
    "text", ["一项一项抓落实，人人有责。", "认真研究研究对策。", "检查站站长到岗。", "寄宿生每生每年另加 300 元。"]
)
def test_words_that_are_meant_twice_pass(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "项目支支出 3 万元。",
        "补贴资金 3 万元元。",
        "提高农农村供水水平。",
        "工作的的成效。",
        "道路运运输管理。",
        "下达3万元3万元用于修路。",
        "下达3万3万元用于修路。",
    ],
)
def test_a_stutter_is_found(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "公路路面整治，税收收入增长。",
        "项目的的确完成，以检查为目的的整治。",
        "这是是否合规的问题，属于是是非非。",
        "下达13万元3万元用于修路。",
        "慰问金3万元元旦前到位。",
        "道路客运运输和货运运输，水运运输。",
        "财务收支支出、惠农农村政策、业绩绩效、集采采购。",
    ],
)
def test_a_word_that_begins_as_the_one_before_it_ends_is_no_stutter(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(
    "text", ["数量指标（10分）培训培训人数 30 人", "分值 10 得分 9 指标值 100 完成值 100 培训培训人数"]
)
def test_cells_of_a_table_laid_flat_may_meet_in_the_same_word(text: str) -> None:
    assert said_by(RULE, text) == []


def test_a_list_is_opened_once() -> None:
    assert said_by(RULE, "支出 9 万元，其中：其中：修路 4 万元。") == ["warning"]
    assert said_by(RULE, "支出 9 万元，其中：修路 4 万元。") == []


def test_a_year_is_told_once() -> None:
    assert said_by("doubled_words", "已于2021年年完成。") == ["warning"]
    assert said_by("doubled_words", "已于2021年年底完成。") == []
