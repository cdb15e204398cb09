from yunguan.audit.read import read_bytes
from yunguan.audit.tables.parse import sheets_of
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.reading import Block, BlockKind, Reading


def sheets(text: str) -> list[Sheet]:
    return list(sheets_of(read_bytes("report.txt", text.encode())))


TWO_SIDED = """
某单位收支总表
单位：万元
收入\t\t支出
项目\t决算数\t项目\t决算数
一、拨款收入\t30.50\t一、运输支出\t28.00
二、其他收入\t\t二、住房支出\t2.50
合计\t30.50\t合计\t30.50
"""


def test_a_two_sided_table_is_two_sheets_with_the_unit_above_it() -> None:
    left, right = sheets(TWO_SIDED)

    assert (left.title, left.unit) == ("某单位收支总表", "万元")
    assert [fact.subject for fact in right.facts] == [
        "一、运输支出支出决算数",
        "二、住房支出支出决算数",
        "合计支出决算数",
    ]


def test_subject_codes_are_no_amounts_and_merged_heads_reach_over_their_columns() -> None:
    text = """
科目编码\t科目名称\t合计\t其中\t
\t\t\t基本支出\t项目支出
214\t交通运输支出\t9.00\t5.00\t4.00
21401\t公路水路运输\t9.00\t5.00\t4.00
"""
    (sheet,) = sheets(text)

    assert [column.path for column in sheet.columns] == [("合计",), ("其中", "基本支出"), ("其中", "项目支出")]
    assert [row.code for row in sheet.rows] == ["214", "21401"]


def test_a_second_row_of_heads_begins_another_sheet() -> None:
    text = """
项目资金\t年初预算数\t全年执行数\t执行率
资金总额\t10.00\t9.00\t90.00%
一级指标\t年度指标值\t实际完成值\t得分
产出指标\t≥5场\t6场\t20
"""
    money, score = sheets(text)

    assert money.column("执行率") is not None
    assert [fact.quantity.unit for fact in score.facts] == ["场", "场", ""]


def test_the_quote_of_a_cell_is_its_row_under_the_title() -> None:
    left, _ = sheets(TWO_SIDED)

    assert left.facts[0].quote == "某单位收支总表 一、拨款收入 30.50 一、运输支出 28.00"


def test_a_table_typed_with_slashes_is_read_in_any_format() -> None:
    heads = Block(BlockKind.PARAGRAPH, "资金（万元）（年初预算/全年执行）：", "第1段")
    rows = (Block(BlockKind.PARAGRAPH, "资金总额 10.00 / 9.00；其中财政拨款 8.00 / 7.00", "第2段"),)

    (sheet,) = sheets_of(Reading("report.docx", "docx", (heads, *rows)))

    assert [(fact.operand.name, fact.operand.value, fact.operand.unit) for fact in sheet.facts] == [
        ("资金总额年初预算", "10.00", "万元"),
        ("资金总额全年执行", "9.00", "万元"),
        ("其中财政拨款年初预算", "8.00", "万元"),
        ("其中财政拨款全年执行", "7.00", "万元"),
    ]


def test_the_numbers_of_lines_are_no_amounts() -> None:
    text = (
        "收入支出决算总表\n金额单位：元\n收入\t\t\t支出\t\t\n"
        "项目\t行次\t金额\t项目（按功能分类）\t行次\t金额\n栏次\t\t1\t栏次\t\t2\n"
        "八、其他收入\t8\t100.50\t八、就业支出\t38\t70.25\n本年收入合计\t27\t100.50\t本年支出合计\t57\t70.25\n"
    )

    left, right = sheets(text)

    assert [str(fact.quantity.value) for fact in left.facts] == ["100.50", "100.50"]
    assert [str(fact.quantity.value) for fact in right.facts] == ["70.25", "70.25"]


def test_the_unit_before_a_bar_alone_is_the_tables() -> None:
    text = (
        "支出决算表\n单位:万元\n|\n项 目 |\n预 算 数 |\n决 算 数 |\n|\n合 计 |\n3 |\n2.14 |\n|\n接待费 |\n3 |\n2.14 |\n"
    )

    (sheet,) = sheets(text)

    assert sheet.unit == "万元"


def test_numbers_of_three_digits_behind_the_names_are_no_codes() -> None:
    (counted,) = sheets("乡镇名称\t应到数\t实到数\n甲镇\t150\t120\n乙镇\t240\t210\n")
    (coded,) = sheets("部门名称\t科目\t科目名称\t支出金额\n某局\t214\t交通支出\t9.00\n某局\t221\t住房支出\t8.00\n")

    assert [row.label for row in counted.rows] == ["甲镇", "乙镇"]
    assert [row.label for row in coded.rows] == ["交通支出", "住房支出"]


def test_a_first_row_of_words_above_numbers_names_the_columns_whatever_the_words() -> None:
    (sheet,) = sheets("| 乡镇 | 下达 | 使用 | 剩余 |\n| 甲镇 | 15.0 | 12.2 | 2.8 |\n| 乙镇 | 240 | 215 | 25 |\n")

    assert [column.head for column in sheet.columns] == ["下达", "使用", "剩余"]
    assert [row.label for row in sheet.rows] == ["甲镇", "乙镇"]


def test_a_long_name_that_reaches_into_the_next_column_is_a_cell_of_its_own() -> None:
    (sheet,) = sheets(
        "项目              2022年    2023年\n事业收入          168.00    181.00\n生活垃圾清运数量（万吨） 18.6  20.9\n"
    )

    assert [row.label for row in sheet.rows] == ["事业收入", "生活垃圾清运数量（万吨）"]
    assert [column.head for column in sheet.columns] == ["2022年", "2023年"]
