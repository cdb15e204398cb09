import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "text_and_tables"
TABLE = (
    "\n\n支出明细表\n单位：万元\n\n| 支出类别 | 里程（公里） | 支出（万元） |\n| 县道养护支出 | 212.6 | 461.50 |\n"
    "| 乡道养护支出 | 398.3 | 512.80 |\n| 村道养护支出 | 675.5 | 603.00 |\n| 合计 | 1286.4 | 1577.30 |\n"
)
YEARS = (
    "某站2020—2023年收支分析\n\n单位：万元\n\n| 项目 | 2022年 | 2023年 |\n| 事业收入 | 192.00 | 181.00 |\n"
    "| 拨款收入 | 3290.64 | 3244.90 |\n\n（一）收入变化。2023年收入减少。其中事业收入由2022年的192.00万元降至{}万元。\n"
)
BUDGET = (
    "某会2025年部门预算公开说明\n\n表一 部门收支预算总表\n单位：万元\n\n| 项目 | 预算数 |\n| 教育支出 | 712.85 |\n"
    "| 卫生健康支出 | 48.15 |\n| 住房保障支出 | 85.30 |\n\n文字。\n\n表二 部门支出预算表\n"
    "单位：万元\n\n| 项目 | 合计 | 基本支出 | 项目支出 |\n"
    "| 教育支出 | {} | 392.40 | 320.45 |\n| 卫生健康支出 | 48.15 | 48.15 | 0.00 |\n| 住房保障支出 | {} | {} | 0.00 |\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"全年县道养护支出416.50万元。{TABLE}",
        f"全年项目实际支出1,587.30万元。支出明细如下：{TABLE}",
        YEARS.format("118.00"),
        BUDGET.format("712.85", "58.30", "58.30"),
        f"{BUDGET.format('712.85', '85.30', '85.30')}\n教育支出预算中，项目支出302.45万元，用于助学。\n",
    ],
)
def test_a_number_with_a_slip_is_a_conflict(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        f"全年县道养护支出461.50万元。{TABLE}",
        f"全年项目实际支出1,577.30万元。支出明细如下：{TABLE}",
        YEARS.format("181.00"),
        BUDGET.format("712.85", "85.30", "85.30"),
    ],
)
def test_numbers_that_agree_are_listed(text: str) -> None:
    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(
    "said",
    [
        "全年县道养护支出480.50万元",
        "县道养护支出预算416.50万元",
        "年初预算中，县道养护支出416.50万元",
        "2021年县道养护支出416.50万元",
        "上年县道养护支出416.50万元",
        "上半年县道养护支出416.50万元",
        "政府性基金县道养护支出416.50万元",
        "县道养护支出约416.50万元",
        "县道养护支出比上年增加416.50万元",
        "县道养护支出416.50万元，另有45.00万元由镇级负担",
        "县道绿化养护支出416.50万元",
        "全年县道养护支出512.80万元",
    ],
)
def test_an_amount_of_another_year_role_fund_or_thing_is_left_alone(said: str) -> None:
    assert said_by(RULE, f"某局2023年度部门决算公开\n\n{said}。{TABLE}") == []


def test_a_total_that_introduces_no_table_is_not_held_against_one() -> None:
    assert said_by(RULE, f"全年项目实际支出1,587.30万元。{TABLE}") == []


def test_tables_that_differ_in_two_rows_or_by_more_than_a_slip_are_of_other_things() -> None:
    assert said_by(RULE, BUDGET.format("721.85", "58.30", "58.30")) == []
    assert said_by(RULE, BUDGET.format("712.85", "60.40", "60.40")) == []


def test_what_same_fact_says_is_not_told_again() -> None:
    table = "收入决算表\n单位：万元\n\n| 项目 | 决算数 |\n| 事业收入 | 181.00 |\n| 经营收入 | 44.90 |\n"

    rules = [each.rule for each in audited(f"全年事业收入118.00万元。\n\n{table}").findings]

    assert rules.count("same_fact") == 1
    assert RULE not in rules


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("局本级", "局汇总", []),
        ("上半年", "下半年", []),
        ("一季度", "二季度", []),
        ("局", "局", ["warning"]),
        ("局本级", "局本级", ["warning"]),
    ],
)
def test_tables_of_other_offices_and_times_are_of_other_things(first: str, second: str, expected: list[str]) -> None:
    rows = "单位：万元\n\n| 科目 | 决算数 |\n| 教育支出 | {} |\n| 卫生健康支出 | 214.35 |\n| 住房保障支出 | 85.30 |\n"
    tables = (
        f"{title}支出决算表\n{rows.format(amount)}" for title, amount in ((first, "1421.35"), (second, "1521.35"))
    )

    assert said_by(RULE, "某局2023年度部门决算公开\n\n" + "\n正文。\n\n".join(tables)) == expected
