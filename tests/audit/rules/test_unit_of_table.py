from tests.audit.said_by import held_by, said_by

RULE = "unit_of_table"

TEXT = (
    "全年支出 1234.56 万元，其中基本支出 1000.06 万元。\n\n"
    "支出表\n单位：{}\n项目\t金额\n基本支出\t1000.06\n合计\t1234.56\n"
)


def test_a_table_ten_thousand_times_off_has_the_wrong_unit() -> None:
    assert said_by(RULE, TEXT.format("元")) == ["error"]


def test_a_table_in_the_unit_of_the_text_is_listed() -> None:
    assert said_by(RULE, TEXT.format("万元")) == []
    assert held_by(RULE, TEXT.format("万元"))
