"""Tables without ruled lines: their rows are told by where cells stand, also over the end of a page."""

import math

import pytest

from tests.audit.readers.printed import cells, printed
from yunguan.audit.read import read_bytes
from yunguan.audit.readers.pdf.cells import may_wrap
from yunguan.audit.readers.pdf.glyphs import Glyph, Run
from yunguan.audit.readers.pdf.hanging import hanging
from yunguan.audit.readers.pdf.stacks import Frame, matched, merged, one_row, step_of
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


def columned(*stacks: list[Run], edge: float = math.inf) -> list[list[str]] | None:
    """The texts of the rows whose cells begin side by side."""
    spans = tuple((float(min(line.left for line in each)), max(line.right for line in each)) for each in stacks)
    rows = hanging(Frame(list(stacks), spans, 10.0, edge, step_of(stacks)))
    joined = [["".join(line.text for line in cell.runs) for cell in row.cells] for row in rows or ()]
    return joined or None


def test_rows_that_stand_apart_are_told_without_their_figures() -> None:
    names = [run("年度资金", 0, 100), run("总额", 0, 113), run("其中财政", 0, 136), run("拨款", 0, 149)]
    figures = [run("571173", 100, 100), run("3.68", 100, 113), run("446114", 100, 136), run("3.89", 100, 149)]

    assert columned(names, figures) == [["年度资金总额", "5711733.68"], ["其中财政拨款", "4461143.89"]]


def test_figures_below_each_other_that_are_whole_are_no_broken_number() -> None:
    names = [run(text, 0, base) for text, base in (("工资", 100), ("奖金", 113), ("水费", 136), ("电费", 149))]
    figures = [run(text, 100, base) for text, base in (("12.10", 100), ("13.20", 113), ("3.50", 136), ("4.60", 149))]

    assert columned(names, figures) is None


def test_a_number_that_its_narrow_column_broke_is_one_number() -> None:
    given = ["项目|预算|得分", "年度资金|2186325.09|9.50", "上年结转|1930306.42|8.00"]
    broken = [
        row.replace("2186325.09", "2186325#linebreak().09").replace("1930306.42", "1930306#linebreak().42")
        for row in given
    ]
    found = rows_of(read(unruled(cells(*broken), columns="(40mm, 20mm, 40mm)")))

    assert found == [tuple(row.split("|")) for row in given]


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@pytest.mark.parametrize("down", [0, *range(50, 122, 6)])
def test_a_row_whose_figures_are_all_broken_is_told_by_its_name(down: int) -> None:
    rows = [
        ("208", "社会保障和就业支出", "15062323.99", "7644478.09"),
        ("20810", "社会福利", "13882050.25", ""),
        ("2081004", "殡葬", "800055.9", "380217.75"),
        ("221", "住房保障支出", "591627.14", "591627.14"),
    ]
    total = ("合计", "", "15884928.80", "8467082.90")
    last = ("", "公用经费合计", "997259.86", "76646.62")
    told = [
        tuple(text.translate(WIDE) if at > 1 else text for at, text in enumerate(row)) for row in (total, *rows, last)
    ]
    first = f"table.cell(colspan: 2)[合计], {cells('|'.join(told[0][2:]))}"
    body = cells("编码|名称|本年支出|基本支出"), first, cells(*map("|".join, told[1:]))
    found = rows_of(
        read(f"#v({down}mm)\n{unruled(', '.join(body), columns='(26mm, 26mm, 34mm, 34mm)')}", height=180, margin=20)
    )

    assert found[1:] == told


def test_cells_that_begin_half_a_row_apart_do_not_hang() -> None:
    assert columned([run("年度资金", 0, 100), run("总额", 0, 113)], [run("3.68", 100, 106.5)]) is None


def test_the_title_of_the_next_table_ends_a_table() -> None:
    four = "(1fr, 1fr, 1fr, 1fr)"
    one = unruled(cells("项目|预算|调整|决算", "工资|1.00|1.00|2.00", "合计|1.00|1.00|2.00"), columns=four)
    other = unruled(cells("指标|分值|得分|原因", "产出|60|55|延期", "效益|40|35|停工"), columns=four)
    title = "#align(center)[绩效指标完成情况]"
    tables = read(f"#set par(spacing: 10pt)\n{one}\n{title}\n{other}").tables

    assert [table.rows[0][0] for table in tables] == ["项目", "指标"]


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
def test_a_table_goes_on_under_its_title_and_unit_again(stroke: str) -> None:
    inner = f"columns: (1fr, 1fr, 1fr), stroke: {stroke}, align: center + horizon"
    first = f"#table({inner}, {cells('项目|预算|决算', '工资|1.00|2.00', '奖金|3.00|4.00')})"
    rest = f"#table({inner}, {cells('项目|预算|决算', '水费|5.00|6.00', '合计|9.00|12.00')})"
    head = "#align(center)[支出情况表{}]\n\n#align(right)[单位：万元]\n\n"
    source = f"#v(40mm)\n{head.format('')}{first}\n#pagebreak()\n{head.format('（续表）')}{rest}\n\n{SENTENCE}"
    page = "header: [某中心], footer: context align(center)[— #counter(page).display() —]"
    reading = read_bytes("a.pdf", printed(source, height=130, page=page))

    assert [row[0] for row in rows_of(reading)] == ["项目", "工资", "奖金", "水费", "合计"]
    assert [block.text for block in reading.blocks if "表" in block.text] == ["支出情况表"]


def test_a_table_over_many_pages_is_one() -> None:
    given = [f"{LONG}{at}|{at}.20|{at}.00" if at % 3 else f"差旅费{at}|9.00|8.00" for at in range(300)]
    found = rows_of(read(unruled(cells("科目|本年|上年", *given), columns="(34mm, 1fr, 1fr)")))

    assert found == [tuple(row.split("|")) for row in ("科目|本年|上年", *given)]
