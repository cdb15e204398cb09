"""What a page's end cuts in a PDF: rows, heads and sentences; and what stands at its edge but belongs to the text."""

import pytest

from tests.audit.readers.printed import cells, printed
from yunguan.audit.read import read_bytes
from yunguan.audit.readers.pdf.aligned import table_over
from yunguan.audit.readers.pdf.glyphs import Glyph, Run, runs_of
from yunguan.audit.readers.pdf.hanging import hanging, is_doubtful
from yunguan.audit.readers.pdf.heads import without_heads
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.overleaf import goes_below, raised
from yunguan.audit.readers.pdf.page import Grid, Page, Placed
from yunguan.audit.readers.pdf.stacks import Cell, Frame, step_of

SENTENCE = "全年共检查运输企业三十家，发现问题十二个，已经全部督促整改到位。"
HEIGHT = 800.0


def run(text: str, left: float, base: float, size: float = 10.0) -> Run:
    return Run([Glyph(char, left + at * size, left + (at + 1) * size, base, size) for at, char in enumerate(text)])


def placed(text: str, base: float, left: float = 0.0) -> Placed:
    return Placed(TextLine((run(text, left, base),)), 0.0, 400.0)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_bytes("a.pdf", data).blocks]


def kept(*pages: list[Placed]) -> list[list[str]]:
    """The texts of pages without what belongs to none of them."""
    given = [Page(number, HEIGHT, tuple(items)) for number, items in enumerate(pages, start=1)]
    return [[item.line.text for item in page.items if isinstance(item, Placed)] for page in without_heads(given)]


def test_a_sentence_that_stands_at_the_top_of_two_pages_is_no_running_head() -> None:
    pages = [
        [placed("某市公路中心", 30), placed("采购总额205元。授予中小企业", 60), placed("正文", 400)] for _ in range(2)
    ]

    assert kept(*pages) == [["采购总额205元。授予中小企业", "正文"]] * 2


def test_the_last_digit_of_a_broken_number_is_no_page_number() -> None:
    foot = [placed(str(number), 780, 190) for number in (1, 2)]
    pages = [[placed("正文", 400), foot[0]], [placed("2", 60, 30), placed("正文", 400), foot[1]]]

    assert kept(*pages) == [["正文"], ["2", "正文"]]


def test_the_unit_of_a_table_at_the_top_of_two_pages_is_no_running_head() -> None:
    pages = [[placed("单位：万元", 60), placed("正文", 400)] for _ in range(2)]

    assert kept(*pages) == [["单位：万元", "正文"]] * 2


def test_a_line_that_ends_before_a_long_figure_is_full() -> None:
    held, rest = "（一）因公出国（境）费8.00万元，2023年未安排该项预算，增长", "1234567890.12%，主要是参加推介1批次。"

    assert (
        texts(printed(f"#set par(first-line-indent: 0em)\n{SENTENCE}\n\n{held}{rest}", width=163))[1] == f"{held}{rest}"
    )


@pytest.mark.parametrize(("gap", "text"), [(0.1, "84.80"), (3.0, "84 .80")])
def test_a_blank_of_no_width_is_none(gap: float, text: str) -> None:
    glyphs = [Glyph("84", 0, 10, 0, 10), Glyph(" .", 10 + gap, 12 + gap, 0, 10), Glyph("80", 12 + gap, 22 + gap, 0, 10)]

    assert next(runs_of(glyphs)).text == text


def frame(*stacks: list[Run], edge: float) -> Frame:
    spans = tuple((min(line.left for line in each), max(line.right for line in each)) for each in stacks)
    return Frame(list(stacks), spans, 10.0, edge, step_of(stacks))


@pytest.mark.parametrize(
    ("above", "below"), [(("98765",), ("4.32",)), (("9",), ("，993，7", "87.82")), (("1，2",), ("34.56",))]
)
def test_the_rest_of_a_broken_number_below_a_page_belongs_to_the_row_above(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    names = [run("工资", 0, 100), run("基本支出", 0, 136), run("预算", 0, 149), run("奖金", 0, 230)]
    figures = [run("123456", 60, 100), run("7.89", 60, 113), run("7.5", 60, 230)]
    figures += [
        run(text, 60, start + 13 * at) for start, part in ((136, above), (175, below)) for at, text in enumerate(part)
    ]
    rows = hanging(frame(names, sorted(figures, key=lambda line: line.base), edge=175)) or []

    assert ["".join(line.text for cell in (*row.cells, *row.rest) for line in cell.runs) for row in rows] == [
        "工资1234567.89",
        f"基本支出预算{''.join((*above, *below))}",
        "奖金7.5",
    ]


@pytest.mark.parametrize(
    ("lines", "width", "doubtful"),
    [
        (("3", "9，507，545.43"), 120.0, False),
        (("3", "9，507"), 120.0, True),
        (("-", "4211038.56"), 100.0, False),
        (("２９２１", "７.７５"), 50.0, False),
        (("20", "30"), 40.0, True),
    ],
)
def test_a_number_was_broken_where_the_next_line_had_no_room(
    lines: tuple[str, ...], width: float, *, doubtful: bool
) -> None:
    cell = Cell(0, tuple(run(text, 0.0, 100.0 + 13 * at) for at, text in enumerate(lines)))

    assert is_doubtful(cell, (0.0, width)) is doubtful


def grid(*rows: str, blank: tuple[int, ...] = (), full: tuple[int, ...] = ()) -> Grid:
    told = tuple(tuple(row.split("|")) for row in rows)
    return Grid(
        told, tuple((10.0 * at, 10.0 * at + 10) for at in range(len(told[0]))), 0, 0, True, blank=blank, full=full
    )


def test_a_row_of_a_ruled_table_goes_on_below_a_page_only_in_cells_that_were_full() -> None:
    upper = grid("效益指|社会效|明显|１５.０", full=(0, 1, 3))
    row = upper.rows[-1]

    assert goes_below(upper, row, ("标", "益指标", "", "０"))
    assert not goes_below(upper, row, ("标", "", "好", ""))
    assert not goes_below(upper, row, ("合计", "", "", "０"))
    assert goes_below(grid("公务|23"), ("公务", "23", ""), ("", "1，924.27", ""))


def test_a_head_whose_cell_a_page_cut_stands_where_its_cell_began() -> None:
    upper = grid("口径|合计||公务用车费|", blank=(2,))
    above, below = raised(upper, grid("||因公出国费|购置费|运行费"))

    assert above == (("口径", "合计", "因公出国费", "公务用车费", ""),)
    assert below == (("", "", "", "购置费", "运行费"),)


def test_lines_below_a_page_that_repeat_a_table_whole_make_none() -> None:
    line = TextLine((run("项目", 0, 0), run("预算", 60, 0)))

    assert table_over([line], 1) is None


@pytest.mark.parametrize("down", range(60, 112, 4))
def test_a_row_that_a_page_cuts_is_one_wherever_its_cells_stand(down: int) -> None:
    rows = [
        "指标|任务|分值|得分|原因",
        "产出|检查企业|20|18.13|部分任务受雨季影响顺延，已列入下一年度一季度完成",
        "效益|投诉下降|10|9.00|",
    ]
    set_up = "columns: (18mm, 22mm, 14mm, 16mm, 24mm), stroke: none, align: center + horizon"
    table = f"#[#set par(first-line-indent: 0em, justify: false)\n#table({set_up}, {cells(*rows)})]"
    reading = read_bytes("a.pdf", printed(f"#v({down}mm)\n{table}\n\n{SENTENCE}", height=170, margin=20))

    assert not reading.unread
    assert [table.rows for table in reading.tables] == [tuple(tuple(row.split("|")) for row in rows)]


@pytest.mark.parametrize("align", ["left + top", "center + horizon"])
@pytest.mark.parametrize("down", range(78, 120, 4))
def test_heads_that_a_page_cuts_stand_above_their_figures(down: int, align: str) -> None:
    rows = [
        "年度|合计|因公出国（境）费|公务用车运行维护费|公务接待费",
        "预算|29.40|0.00|26.64|2.76",
        "决算|22.05|0.00|19.35|2.70",
    ]
    set_up = f"columns: (18mm, 18mm, 22mm, 22mm, 22mm), stroke: none, align: {align}"
    table = f"#[#set par(first-line-indent: 0em, justify: false)\n#table({set_up}, {cells(*rows)})]"
    reading = read_bytes("a.pdf", printed(f"#v({down}mm)\n{table}\n\n{SENTENCE}", height=170, margin=20))

    assert [table.rows for table in reading.tables] == [tuple(tuple(row.split("|")) for row in rows)]
