import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "change_of_known"
ACCOUNT = "某局2023年度部门决算公开\n\n{}\n\n{}\n"


@pytest.mark.parametrize("known", ["三公经费8.00万元。", "三公经费8.00万元，其中接待费1.00万元。"])
@pytest.mark.parametrize(
    ("change", "right", "wrong", "severity"),
    [
        ("三公经费比上年减少2.00万元，下降{}%。", "20", "25", "warning"),
        ("三公经费决算同比增加2.00万元，增长{}%。", "33.33", "25", "warning"),
        ("三公经费比2022年10.00万元减少{}万元。", "2.00", "3.00", "error"),
        ("三公经费较上年10.00万元减少{}万元，下降20%。", "2.00", "3.00", "error"),
    ],
)
def test_a_change_told_apart_from_its_amount_follows_from_it(
    known: str, change: str, right: str, wrong: str, severity: str
) -> None:
    held, failed = (ACCOUNT.format(known, change.format(number)) for number in (right, wrong))

    assert held_by(RULE, held)
    assert said_by(RULE, held) == []
    assert said_by(RULE, failed) == [severity]


def test_what_the_amount_asks_for_is_shown() -> None:
    text = ACCOUNT.format("三公经费8.00万元。", "三公经费比上年减少2.00万元，下降25%。")
    (found,) = (each for each in audited(text).findings if each.rule == RULE)

    assert found.expected == "20%"
    assert found.stated == "25%"


@pytest.mark.parametrize(
    "change",
    [
        "三公经费8.00万元，比上年减少2.00万元，下降25%。",
        "三公经费比年初预算减少2.00万元，下降25%。",
        "三公经费比上年减少约2.00万元，下降25%。",
        "三公经费年初预算比上年减少2.00万元，下降25%。",
        "三公经费预算较上年9.50万元减少2.00万元。",
        "2022年三公经费比2021年减少2.00万元，下降25%。",
        "局机关三公经费比上年减少2.00万元，下降25%。",
        "所属单位三公经费比上年减少2.00万元，下降25%。",
        "某某服务中心三公经费比上年减少2.00万元，下降25%。",
        "剔除一次性因素，三公经费同比减少2.00万元，下降25%。",
        "三公经费同口径比上年减少2.00万元，下降25%。",
        "上半年，三公经费同比减少2.00万元，下降25%。",
        "项目支出中三公经费比上年减少2.00万元，下降25%。",
        "三公经费比上年10.00万元减少，其中接待费减少1.00万元。",
    ],
)
def test_a_change_of_something_else_is_left_alone(change: str) -> None:
    assert RULE not in {each.rule for each in audited(ACCOUNT.format("三公经费8.00万元。", change)).findings}


@pytest.mark.parametrize(
    "known",
    [
        "三公经费8.00万元，下属中心三公经费支出5.00万元。",
        "三公经费决算8.00万元，三公经费预算9.00万元。",
        "三公经费约8.00万元。",
    ],
)
def test_an_item_of_several_amounts_or_of_about_one_tells_nothing(known: str) -> None:
    assert said_by(RULE, ACCOUNT.format(known, "三公经费比上年减少2.00万元，下降25%。")) == []


@pytest.mark.parametrize(("heading", "expected"), [("支出决算变动", ["warning"]), ("财政拨款支出决算变动", [])])
def test_a_total_of_all_money_is_not_that_of_appropriations(heading: str, expected: list[str]) -> None:
    text = (
        "某局2023年度部门决算公开\n\n一、支出决算\n\n基本支出80.00万元。\n\n"
        "二、{}\n\n基本支出比上年增加20.00万元，增长25%。\n"
    )

    assert said_by(RULE, text.format(heading)) == expected


@pytest.mark.parametrize(
    "change",
    ["教育支出中，基本支出比上年增加20.00万元，增长25%。", "住房保障支出：基本支出比上年增加20.00万元，增长25%。"],
)
def test_a_part_of_one_subject_is_not_the_whole(change: str) -> None:
    assert said_by(RULE, ACCOUNT.format("基本支出80.00万元。", change)) == []


def test_a_plan_tells_budgets_and_so_does_the_change_of_its_budget() -> None:
    text = (
        "某局2024年部门预算公开说明\n\n2024年三公经费8.00万元。\n\n"
        "三公经费预算数比2023年预算数减少2.00万元，下降{}%。\n"
    )

    assert held_by(RULE, text.format("20"))
    assert said_by(RULE, text.format("25")) == ["warning"]
