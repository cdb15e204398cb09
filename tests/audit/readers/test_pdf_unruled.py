"""Tables without ruled lines: their rows are told by where cells stand, also over the end of a page."""

import pytest

from tests.audit.readers.printed import cells, printed
from yunguan.audit.read import read_bytes
from yunguan.audit.readers.pdf.cells import may_wrap
from yunguan.audit.readers.pdf.glyphs import Glyph, Run
from yunguan.audit.readers.pdf.stacks import matched, merged, one_row
from yunguan.core.reading import Reading

SENTENCE = "全年共检查运输企业三十家，发现问题十二个，已经全部督促整改到位，其中办公设备购置支出 1.68 万元。"
LONG = "机关事业单位基本养老保险缴费支出"


def run(text: str, left: float, base: float, size: float = 10.0) -> Run:
    return Run([Glyph(char, left + at * size, left + (at + 1) * size, base, size) for at, char in enumerate(text)])


def stack(*bases: float) -> list[Run]:
    return [run("社会保障", 0.0, base) for base in bases]


def unruled(rows: str, *, columns: str = "(1fr, 1fr, 1fr)", align: str = "center + horizon") -> str:
    inner = f"columns: {columns}, stroke: none, align: {align}, {rows}"
    return f"#[#set par(first-line-indent: 0em, justify: false)\n#table({inner})]"


def read(text: str, *, height: int = 297, margin: int = 25) -> Reading:
    return read_bytes("a.pdf", printed(text, height=height, margin=margin))


def rows_of(reading: Reading) -> list[tuple[str, ...]]:
    assert not reading.unread
    (table,) = reading.tables
    return list(table.rows)


@pytest.mark.parametrize("align", ["center + horizon", "left + top", "right + horizon"])
def test_cells_of_several_lines_are_told_by_the_figures_beside_them(align: str) -> None:
    given = ["科目名称|本年支出|上年支出", f"{LONG}|18.20|17.00", "住房公积金|9.00|8.00", f"{LONG}|1.00|2.00"]
    found = rows_of(read(unruled(cells(*given), columns="(34mm, 1fr, 1fr)", align=align)))

    assert found == [tuple(row.split("|")) for row in given]


def test_the_name_of_several_rows_stands_in_the_first_of_them() -> None:
    body = "[指标], [分值], [得分], table.cell(rowspan: 2)[产出], [20], [18], [30], [28], table.cell(rowspan: 3)[效益]"
    found = rows_of(read(unruled(f"{body}, [10], [9], [10], [8], [10], [7]")))

    assert [row[0] for row in found] == ["指标", "产出", "", "效益", "", ""]


def test_a_cell_over_several_columns_stands_in_the_first_of_them() -> None:
    form = "[项目名称], table.cell(colspan: 3)[农村公路养护]"
    middle = cells("资金|预算|执行|得分", "总额|3.00|2.00|9.1")
    end = "table.cell(colspan: 2)[人员经费合计], [2.00], [9.1]"
    found = rows_of(read(unruled(f"{form}, {middle}, {end}", columns="(1fr, 1fr, 1fr, 1fr)")))

    assert found[0] == ("项目名称", "农村公路养护", "", "")
    assert found[-1] == ("人员经费合计", "", "2.00", "9.1")


@pytest.mark.parametrize("down", range(50, 110, 3))
def test_a_table_over_the_end_of_a_page_is_one_wherever_it_is_cut(down: int) -> None:
    given = ["科目名称|本年支出|上年支出", f"{LONG}|18.20|17.00", "住房公积金|9.00|8.00", f"{LONG}|1.00|2.00"]
    table = unruled(cells(*given, "差旅费|3.00|4.00", "合计|31.20|31.00"), columns="(34mm, 1fr, 1fr)")
    reading = read(f"#v({down}mm)\n{table}\n\n{SENTENCE}", height=150, margin=20)

    assert rows_of(reading) == [
        *(tuple(row.split("|")) for row in given),
        ("差旅费", "3.00", "4.00"),
        ("合计", "31.20", "31.00"),
    ]


def test_another_table_on_the_next_page_stays_another() -> None:
    one = unruled(cells("项目|预算|决算", "工资|1.00|2.00", "合计|1.00|2.00"))
    other = unruled(cells("单位|人数|车辆", "一队|11|12", "二队|13|14"))
    tables = read(f"#v(60mm)\n{one}\n#pagebreak()\n{other}", height=130).tables

    assert [table.rows[0] for table in tables] == [("项目", "预算", "决算"), ("单位", "人数", "车辆")]


def test_a_line_that_may_be_a_rest_or_a_row_leaves_the_places_unsure() -> None:
    assert may_wrap(run("社会保障", 0.0, 0.0), run("支出", 10.0, 12.0), (0.0, 40.0))
    assert not may_wrap(run("社会", 0.0, 0.0), run("支出", 10.0, 12.0), (0.0, 40.0))
    assert not may_wrap(run("社会保障", 0.0, 0.0), run("二、教育", 0.0, 12.0), (0.0, 40.0))


def test_lines_belong_to_the_place_that_their_middle_stands_at() -> None:
    placed, over = matched(0, stack(100, 120, 133, 153), [126.5, 153.0], 13.0, lambda cell: cell.middle)

    assert [(at, [line.base for line in cell.runs]) for at, cell in placed] == [(0, [120, 133]), (1, [153])]
    assert [line.base for line in over] == [100]


def test_cells_of_several_rows_must_fit_all_of_them() -> None:
    bands = [(100.0, 100.0), (120.0, 120.0), (140.0, 140.0)]

    assert [at for at, _ in merged(0, stack(110, 140), bands, 13.0) or ()] == [0, 2]
    assert merged(0, stack(115, 140), bands, 13.0) is None


def test_a_head_is_one_row_when_all_its_cells_have_one_middle() -> None:
    assert one_row([stack(110), stack(103.5, 116.5), stack(97, 110, 123)], 13.0)
    assert not one_row([stack(110), stack(106, 119)], 13.0)
