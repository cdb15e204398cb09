import pytest

from tests.audit.said_by import held_by, said_by

RULE = "balance"

TABLE = (
    "收支总表\n单位：万元\n收入\t\t支出\n项目\t决算数\t项目\t决算数\n"
    "一、拨款\t50.00\t一、运输支出\t48.00\n总计\t50.00\t总计\t{}\n"
)


def test_two_sides_with_one_total_are_listed() -> None:
    assert said_by(RULE, TABLE.format("50.00")) == []
    assert held_by(RULE, TABLE.format("50.00"))


def test_two_sides_with_two_totals_are_a_contradiction() -> None:
    assert said_by(RULE, TABLE.format("52.00")) == ["error"]


@pytest.mark.parametrize(("end", "found"), [("7.00", []), ("9.00", ["error"])])
def test_a_fund_table_carries_over(end: str, found: list[str]) -> None:
    heads = "项目\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余\n"

    assert said_by(RULE, f"基金表\n单位：万元\n{heads}某项\t2.00\t30.00\t25.00\t{end}\n") == found


def test_totals_of_the_text_must_agree() -> None:
    text = "收入总计 30.00 万元；支出总计 33.00 万元。"

    assert said_by(RULE, text) == ["error"]


def test_a_comma_inside_a_number_parts_no_totals() -> None:
    assert said_by("balance", "2022年度收、支总计各为1,042.35万元。") == []


@pytest.mark.parametrize(("spending", "found"), [("41.25", []), ("41.43", ["error"])])
def test_two_totals_told_in_one_breath_are_one(spending: str, found: list[str]) -> None:
    assert said_by("balance", f"2022年度收、支总计各是 41.25,{spending} 万元。") == found


def test_the_separator_of_thousands_parts_no_two_totals() -> None:
    assert said_by("balance", "某局部门决算\n\n收、支总计均为1,272.44万元，比上年增加。") == []


def test_totals_that_are_told_with_changes_of_their_own_are_not_two_sides_of_an_account() -> None:
    text = (
        "四、财政拨款收入支出决算总体情况说明\n"
        "财政拨款收入总计{}万元，与2019年相比增加540.23万元；财政拨款支出总计1870.91万元，与2019年相比增加633.43万元。"
    )

    assert said_by("balance", text.format("1614.63")) == []
    assert said_by("balance", text.format("1870.61")) == ["error"]
