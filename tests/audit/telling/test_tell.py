from decimal import Decimal

from tests.audit.telling.told_by import told_by
from yunguan.audit.facts import Role


def test_money_is_told_in_yuan_beside_what_is_written() -> None:
    (fact,) = told_by("收入 1,238.04 万元。")

    assert fact.normalised == (Decimal("12380400.00"), "元")
    assert fact.as_json()["text"] == "1,238.04 万元"


def test_a_part_has_the_role_of_the_total_before_it() -> None:
    facts = told_by("2023年预算数为9万元，其中：接待费1.5万元。2023年实际支出8万元，接待费1万元。")

    assert [fact.role for fact in facts] == [Role.BUDGET, Role.BUDGET, Role.EXECUTED, Role.EXECUTED]


def test_a_number_in_brackets_tells_the_whole_that_it_belongs_to() -> None:
    *_, fact = told_by("# 一、经费\n\n全年用车购置及运行费7.5万元（其中：购置费0.5万元、运行费7万元）。")

    assert fact.topic == "经费 › 用车购置及运行费"


def test_a_cell_tells_its_row_and_column() -> None:
    table = "# 支出决算表\n\n单位：万元\n\n| 项目 | 预算数 | 决算数 |\n|---|---|---|\n| 办公费 | 3.00 | 2.50 |\n"
    told = {(each.row, each.column): each.normalised for each in told_by(table)}

    assert told["办公费", "决算数"] == (Decimal("25000.00"), "元")
