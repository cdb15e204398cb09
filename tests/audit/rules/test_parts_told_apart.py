from dataclasses import replace

import pytest

from tests.audit.said_by import held_by, said_by
from yunguan.audit.read import read_bytes
from yunguan.audit.run import audit_reading

RULE = "parts_told_apart"
REPORT = "某县水利局2023年度部门决算\n\n{}\n"
ALL = REPORT.format("2023年支出合计8105563元。\n\n基本支出7031563元。\n\n项目支出{}元。")
BASIC = REPORT.format("基本支出703.15万元。\n\n人员经费600.15万元。\n\n公用经费{}万元。")


@pytest.mark.parametrize(("text", "right", "wrong"), [(ALL, "1074000", "74000"), (BASIC, "103.00", "130.00")])
def test_a_total_and_its_parts_add_up_wherever_each_is_told(text: str, right: str, wrong: str) -> None:
    assert held_by(RULE, text.format(right))
    assert said_by(RULE, text.format(right)) == []
    assert said_by(RULE, text.format(wrong)) == ["warning"]


def test_a_difference_within_rounding_is_a_hint() -> None:
    assert said_by(RULE, ALL.format("1074001")) == ["hint"]


@pytest.mark.parametrize(
    "text",
    [
        ALL.format("555555"),
        ALL.format("约74000"),
        ALL.format("74000") + "\n项目支出74100元。\n",
        REPORT.format("支出合计8105563元，其中基本支出7031563元，项目支出74000元。"),
    ],
)
def test_other_parts_several_values_and_one_sentence_are_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize("where", ["表1", "第6页 表1", "“三公”工作表A3起的表"])
def test_parts_beside_their_total_in_one_table_are_left_to_the_rule_of_tables(where: str) -> None:
    rows = (
        "| 项目 | 公务用车购置及运行维护费 | 公务用车购置费 | 公务用车运行维护费 |\n| 决算数 | 30.91 | 19.73 | 11.88 |"
    )
    reading = read_bytes("a.txt", REPORT.format(f"三公经费支出决算表\n单位：万元\n{rows}").encode())
    blocks = tuple(replace(block, where=block.where.replace("表1", where)) for block in reading.blocks)
    tables = tuple(replace(table, where=where) for table in reading.tables)

    assert [f for f in audit_reading(replace(reading, blocks=blocks, tables=tables)).findings if f.rule == RULE] == []
