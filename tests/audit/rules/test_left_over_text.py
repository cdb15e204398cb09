import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import said_by

RULE = "left_over_text"


@pytest.mark.parametrize(
    "text",
    [
        "（填报说明：请简要概述项目情况，不超过300字）",
        "接待费 3 万元，比上年增加（减少）1 万元。",
        "全年培训 XX 人。",
        "基本支出占 %，其余为项目支出。",
        "财政拨款收入 300 万元（____%）。",
        "全年支出为万元。",
        "基本支出1415.39万元（占比  %），项目支出1421.64万元。",
    ],
)
def test_what_the_form_left_behind_is_found(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize(
    "text", ["执行率（%）见下表。", "宣传册 3×4 版面共 12 页。", "合格率 95%，比上年提高 2 个百分点。"]
)
def test_filled_in_text_passes(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(
    "text", ["出国费 0 万元，比上年减少 万元；接待费 2 万元。", "决算数大小于预算数的主要原因是节约。"]
)
def test_an_amount_or_a_choice_that_was_left_open_is_found(text: str) -> None:
    assert said_by("left_over_text", text) == ["warning"]


def test_the_head_of_a_column_is_no_blank() -> None:
    assert said_by("left_over_text", "2016年比2015年增减%\n") == []


def test_guidance_in_a_cell_of_the_form_is_left_over() -> None:
    table = "某局项目支出绩效自评表\n| 项目年度目标 | 完成情况 |\n| 保障发放 | {} |\n| 缴纳社保 | 已完成 |\n"

    assert said_by("left_over_text", table.format("对照年度目标，说明任务的完成情况（100字以内）")) == ["warning"]
    assert said_by("left_over_text", table.format("全部完成")) == []


def test_the_same_blank_in_several_places_is_found_once_with_all_of_them() -> None:
    text = "全年培训 XX 人，接待 XX 人。\n\n会议 XX 人次。\n\n全年支出为万元。\n"

    folded, other = (finding for finding in audited(text).findings if finding.rule == RULE)

    assert (len(folded.places), len(other.places)) == (2, 1)
    assert "同样的还有1处" in folded.message
    assert "同样的还有" not in other.message


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("20XX年收入 3 万元。", "“20XX”"),
        ("本栏为必填。", "“为必填”"),
        ("（行数可自行增减）", "“可自行增减”"),
        ("存在问题：分析实施中存在的主要问题（200字以内）", "“分析实施中存在的主要问题（200字以内）”"),
        ("改进措施：提出下一步措施和建议（300字以内）", "“提出下一步措施和建议（300字以内）”"),
        ("维修公路 *** 公里。", "“***”"),
    ],
)
def test_what_was_left_over_is_quoted_without_what_stands_around_it(text: str, quoted: str) -> None:
    (finding,) = (finding for finding in audited(text).findings if finding.rule == RULE)

    assert f"中的{quoted}" in finding.message


@pytest.mark.parametrize(
    "text",
    ["由某局**同志负责。", "行数不可自行增减。", "满意度：%≥95", "定量90%100%10满意度占 %，20%3"],
)
def test_names_made_unreadable_targets_and_tables_that_ran_together_are_no_blanks(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize("text", ["20____年，本站完成任务。", "总结报告字数控制在 500 字以内。"])
def test_a_year_left_blank_and_a_limit_of_characters_are_left_over(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize("unit", ["套", "宗", "起", "条", "所", "立方米", "万亩"])
def test_a_blank_before_any_unit_is_found(unit: str) -> None:
    assert said_by(RULE, f"本年完成 ** {unit}。") == ["warning"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| 培训 | ** | 人 | ** 人 |", []),
        ("群众可自行添加联系方式。", []),
        ("行数可自行添加。", ["warning"]),
        ("本表可自行增减。", ["warning"]),
    ],
)
def test_what_people_may_add_and_rows_with_bars_are_no_hints_of_the_form(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected
