import pytest

from tests.audit.said_by import held_by, said_by

RULE = "count_of_items"
POINTS = "存在以下{}个方面的问题：\n\n1. 预算不细\n\n正文。\n\n2. 进度不快\n\n正文。\n\n3. 档案不全\n\n正文{}\n"


@pytest.mark.parametrize(
    "text", ["做好以下{}项工作：一是整改问题；二是加大抽检；三是健全机制。", POINTS.format("{}", "。")]
)
def test_as_many_are_told_as_were_said(text: str) -> None:
    assert held_by(RULE, text.format("三"))
    assert said_by(RULE, text.format("三")) == []
    assert said_by(RULE, text.format("四")) == ["error"]


def test_a_list_ends_where_a_higher_number_follows() -> None:
    text = "存在以下三个方面的问题：\n\n（一）预算不细\n\n正文。\n\n（二）进度不快\n\n正文。\n\n二、建议\n\n正文。\n"

    assert said_by(RULE, text) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "做好以下四项工作：一是整改问题；二是加大抽检；三是健全",
        "做好以下四项工作：一是整改问题。",
        "做好以下四项工作：整改问题，加大抽检。",
        POINTS.format("四", "断"),
    ],
)
def test_a_list_that_breaks_off_or_bears_no_numbers_is_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []


BELOW = "做好以下{}项工作：\n\n一是整改问题。\n\n二是加大抽检。\n\n三是健全机制{}"


def test_ordinals_at_the_head_of_paragraphs_are_counted() -> None:
    assert held_by(RULE, BELOW.format("三", "。"))
    assert said_by(RULE, BELOW.format("四", "。")) == ["error"]
    assert said_by(RULE, BELOW.format("四", "")) == []
    assert said_by(RULE, BELOW.format("四", "。\n\n正文。")) == ["error"]
