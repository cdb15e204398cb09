from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.run import document_of
from yunguan.audit.tables.cells_by_name import NamedCell, is_telling, named_cells


def named(table: str) -> list[NamedCell]:
    text = f"某局2023年度部门决算说明\n\n收入支出决算表\n单位：万元\n\n{table}"
    return list(named_cells(document_of(read_bytes("report.txt", text.encode()), default_profile())))


def test_a_cell_bears_the_name_of_its_row_and_what_its_column_says_beside_role_and_year() -> None:
    cells = named("| 项目 | 合计 | 项目支出 |\n| 1.教育支出 | 9.50 | 3.00 |\n| 2.“卫生健康支出” | 8.00 | 1.00 |\n")

    assert [(cell.name, cell.kind) for cell in cells] == [
        ("教育支出", ""),
        ("教育支出", "项目支出"),
        ("卫生健康支出", ""),
        ("卫生健康支出", "项目支出"),
    ]
    assert {(cell.role, cell.year) for cell in cells} == {("executed", "2023")}


def test_years_roles_and_what_is_no_amount_of_the_year_are_kept_apart() -> None:
    cells = named(
        "| 项目 | 2022年决算数 | 2023年预算数 | 增减额 |\n| 教育支出 | 9.50 | 3.00 | 6.50 |\n"
        "| 其他支出 | 1.00 | 0.00 | - |\n"
    )

    assert [(cell.year, cell.role) for cell in cells] == [
        ("2022", "executed"),
        ("2023", "budget"),
        ("2022", "executed"),
    ]


def test_a_name_that_many_rows_bear_tells_nothing() -> None:
    assert is_telling("事业收入")
    assert not any(map(is_telling, ("合计", "其他支出", "项目支出", "县级财政资金", "经费")))
