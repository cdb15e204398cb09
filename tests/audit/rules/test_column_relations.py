import pytest

from tests.audit.said_by import held_by, said_by

RULE = "column_relations"
TABLE = (
    "资金使用表\n单位：万元\n\n| 乡镇 | 下达资金 | 到位资金 | 支出资金 | 支出进度 | 备注 |\n"
    "| 大坪镇 | 420.00 | 410.00 | 398.16 | 94.80% | |\n"
    "| 龙潭镇 | 365.00 | 365.00 | 346.75 | 95.00% | |\n| 石门乡 | 195.00 | 195.00 | 185.25 | 95.00% | |\n{}\n"
)
WRONG = "| 双河乡 | 280.00 | 280.00 | 252.00 | 95.00% | |"


def test_a_row_that_does_not_follow_the_others_is_a_conflict() -> None:
    assert said_by(RULE, TABLE.format(WRONG)) == ["warning"]


def test_rows_that_all_follow_are_listed() -> None:
    right = TABLE.format(WRONG.replace("95.00%", "90.00%"))

    assert said_by(RULE, right) == []
    assert held_by(RULE, right)


@pytest.mark.parametrize(
    "row",
    [
        "| 双河乡 | 280.00 | 265.26 | 252.00 | 95.00% | |",
        "| 双河乡 | 280.00 | 280.00 | 252.00 | 95.00% | 含上年 |",
        "| 双河乡* | 280.00 | 280.00 | 252.00 | 95.00% | |",
        "| 合计 | 1260.00 | 1260.00 | 1182.16 | 94.93% | |",
        "| 比上年增长 | 28.00 | 28.00 | 25.20 | 95.00% | |",
        "| 双河乡 | 280.00 | 280.00 | 0.00 | 95.00% | |",
        f"{WRONG}\n\n注：双河乡的进度按收回后的资金计算。",
    ],
)
def test_a_row_that_another_number_or_a_remark_explains_is_left_alone(row: str) -> None:
    assert said_by(RULE, TABLE.format(row)) == []


def test_two_rows_of_six_show_no_relation() -> None:
    assert said_by(RULE, TABLE.format(f"{WRONG}\n{WRONG.replace('双河', '双江')}")) == []


def test_a_wrong_total_of_a_wrong_row_is_told_once() -> None:
    rows = "| 大坪镇 | 42.0 | 38.5 | 3.5 |\n| 龙潭镇 | 36.0 | 34.8 | 1.2 |\n| 石门乡 | 19.0 | 16.6 | 2.4 |\n"
    rows += "| 双江乡 | 19.0 | 16.7 | 2.3 |\n| 三河乡 | 29.0 | 16.7 | 12.3 |\n| 双河乡 | 28.0 | 25.2 | 8.2 |\n"
    rows += "| 合计 | 173.0 | 148.5 | 29.9 |"

    assert said_by(RULE, f"资金表\n单位：万元\n\n| 乡镇 | 下达数 | 使用数 | 剩余数 |\n{rows}") == ["warning"]


def test_what_the_rule_on_rates_says_is_not_told_again() -> None:
    text = TABLE.replace("下达资金", "全年预算数").replace("支出资金", "全年执行数").replace("支出进度", "执行率")

    assert said_by("table_rates", text.format(WRONG)) == ["error"]
    assert said_by(RULE, text.format(WRONG)) == []
