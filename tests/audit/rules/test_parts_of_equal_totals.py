from tests.audit.said_by import held_by, said_by

RULE = "parts_of_equal_totals"

TEXT = """到位资金 300.00 万元，其中财政拨款 {} 万元、单位自筹 {} 万元。

资金表
单位：万元
项目\t全年预算数
年度资金总额\t300.00
其中：当年财政拨款\t240.00
其他资金（单位自筹）\t60.00
"""


def test_parts_exchanged_between_text_and_table_are_a_conflict() -> None:
    assert said_by(RULE, TEXT.format("60.00", "240.00")) == ["warning"]


def test_the_same_parts_are_listed() -> None:
    assert said_by(RULE, TEXT.format("240.00", "60.00")) == []
    assert held_by(RULE, TEXT.format("240.00", "60.00"))
