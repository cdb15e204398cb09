import pytest

from tests.audit.said_by import held_by, said_by
from tests.audit.tables.test_parse import sheets

TABLE = (
    "三公经费对比表\n单位：万元\n年度\t接待费\t用车费\t合计\n2022年\t4.00\t6.00\t10.00\n2023年\t3.00\t8.00\t11.00\n{}\n"
)
CHANGES = "增减率\t-25.00\t33.33\t10.00"


def test_rows_of_years_become_columns_and_items_become_rows() -> None:
    (sheet,) = sheets(TABLE.format(CHANGES))

    assert [column.head for column in sheet.columns] == ["2022年", "2023年", "增减率"]
    assert [row.label for row in sheet.rows] == ["接待费", "用车费", "合计"]
    assert [(fact.subject, str(fact.quantity.value), fact.quantity.unit) for fact in sheet.facts[:3]] == [
        ("接待费2022年", "4.00", "万元"),
        ("接待费2023年", "3.00", "万元"),
        ("接待费增减率", "-25.00", "%"),
    ]


def test_a_turned_cell_is_quoted_by_the_row_that_it_stands_in() -> None:
    (sheet,) = sheets(TABLE.format(CHANGES))

    assert sheet.facts[0].quote == "三公经费对比表 2022年 4.00 6.00 10.00"


@pytest.mark.parametrize(
    ("first", "second"), [("2022年度决算数", "2023年度决算数"), ("上年决算数", "本年决算数"), ("2022", "2023")]
)
def test_years_are_known_however_they_are_written(first: str, second: str) -> None:
    text = (
        TABLE.format("增减额\t-1.00\t2.00\t1.00").replace("2022年\t", f"{first}\t").replace("2023年\t", f"{second}\t")
    )

    (sheet,) = sheets(text)

    assert [column.head for column in sheet.columns] == [first, second, "增减额"]


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format("备注\t1.00\t2.00\t3.00"),
        TABLE.format("").replace("2022年\t4.00\t6.00\t10.00\n", ""),
        "对比表\n单位：万元\n年度\t接待费\n2022年\t4.00\n2023年\t3.00\n",
    ],
)
def test_a_table_with_other_rows_one_year_or_one_item_stays_as_it_is(text: str) -> None:
    (sheet,) = sheets(text)

    assert "2023年" in [row.label for row in sheet.rows]


def test_changes_and_totals_of_a_turned_table_are_checked() -> None:
    text = TABLE.format(CHANGES)

    assert held_by("table_changes", text)
    assert held_by("table_totals", text)
    assert said_by("table_changes", text.replace("33.33", "43.33")) == ["error"]
    assert said_by("table_totals", text.replace("10.00\n2023", "12.00\n2023")) == ["error"]
