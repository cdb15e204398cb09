import pytest

from yunguan.audit.facts import Fact, Role, facts_of
from yunguan.audit.read import read_bytes


def facts(text: str) -> list[Fact]:
    return list(facts_of(read_bytes("report.txt", text.encode())))


def test_a_fact_knows_its_subject_period_area_and_place() -> None:
    (fact,) = facts("# 一、培训\n\n截止10月底，城区驾校培训学员 2.8 万人。")

    assert fact.as_json() == {
        "subject": "城区驾校培训学员",
        "value": "28000.0",
        "unit": "人",
        "text": "2.8 万人",
        "interval": ["27500.00", "28500.00"],
        "approximate": False,
        "role": "stated",
        "period": "截止10月底",
        "area": "城区",
        "where": "一、培训 › 第3行",
        "quote": "城区驾校培训学员 2.8 万人",
    }


def test_a_noun_behind_the_number_belongs_to_the_subject() -> None:
    (fact,) = facts("应备案的 434 个运输企业。")

    assert fact.subject == "应备案的运输企业"


def test_a_bracket_inside_a_name_does_not_cut_it() -> None:
    (fact,) = facts("因公出国（境）费 3 万元。")

    assert fact.subject == "因公出国（境）费"


@pytest.mark.parametrize(
    ("text", "subject"),
    [("到位资金 3 万元。", "到位资金"), ("到馆读者 3 人。", "到馆读者"), ("到年底支出 3 万元。", "年底支出")],
)
def test_what_arrived_is_named_so(text: str, subject: str) -> None:
    assert facts(text)[0].subject == subject


def test_the_role_is_told_by_the_words() -> None:
    text = "年初预算 9 万元，追加 1 万元，决算 8 万元，比上年减少 2 万元，占 5%，目标 10 人。"
    roles = [Role.BUDGET, Role.ADDED, Role.EXECUTED, Role.CHANGE, Role.SHARE, Role.TARGET]

    assert [fact.role for fact in facts(text)] == roles


def units(text: str) -> list[str]:
    return [fact.quantity.unit for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中央补助 50 万，省级配套 2 亿。", ["万元", "亿元"]),
        ("全年培训学员 3 万，其中女学员 1 万。", ["", ""]),
        ("中央补助 50 万，惠及农户 3 万。", ["万元", ""]),
        ("中央补助到位。培训学员 3 万。", [""]),
        ("安排补助 5 万人。", ["人"]),
    ],
)
def test_an_amount_in_ten_thousands_without_its_unit_is_money_where_the_words_speak_of_it(
    text: str, expected: list[str]
) -> None:
    assert units(text) == expected


def test_an_amount_that_gets_its_unit_keeps_its_value_and_its_precision() -> None:
    (bare,), (full,) = facts("中央补助 50.5 万。"), facts("中央补助 50.5 万元。")

    assert (bare.value, bare.step, bare.quantity.low) == (full.value, full.step, full.quantity.low)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("培训 100 人，其中司机 60 人，押运员 4", ["100 人", "60 人"]),
        ("培训 100 人，其中司机 60 人，押运员 4。", ["100 人", "60 人", "4"]),
        ("培训 100 人，其中司机 60 人，押运员 40 人", ["100 人", "60 人", "40 人"]),
        ("培训 100 人，押运员 4\n\n其他情况正常。", ["100 人", "4"]),
    ],
)
def test_the_number_in_which_a_document_breaks_off_is_not_read(text: str, numbers: list[str]) -> None:
    assert [fact.quantity.text for fact in facts(text)] == numbers


def test_a_table_that_ran_together_into_one_line_states_nothing() -> None:
    assert facts("定量90%100%10培训 100 人") == []
    assert units("完成率90%，满意率100%。") == ["%", "%"]


@pytest.mark.parametrize("of", ["每村", "每亩", "每公里", "每台", "每日"])
def test_an_amount_for_each_is_a_mean(of: str) -> None:
    assert [fact.role for fact in facts(f"{of}补助 3 万元。")] == [Role.MEAN]


def test_what_was_pressed_out_of_a_budget_is_cut() -> None:
    assert [fact.role for fact in facts("压缩经费 3 万元。")] == [Role.CUT]
