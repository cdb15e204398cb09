import pytest

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
