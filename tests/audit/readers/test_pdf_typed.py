"""Tables that were typed into a PDF with tabs or blanks, or laid flat: the order of their cells tells the columns."""

import pytest

from tests.audit.readers.printed import printed
from yunguan.audit.read import read_bytes
from yunguan.audit.readers.pdf.aligned import columned
from yunguan.audit.readers.pdf.columns import parted_at
from yunguan.audit.readers.pdf.glyphs import Glyph, Run
from yunguan.audit.readers.pdf.lines import TextLine
from yunguan.audit.readers.pdf.tabbed import blanked, tabbed

STOP = 36.0


def run(text: str, left: float, base: float, size: float = 10.0) -> Run:
    """Characters side by side, figures half as wide as others."""
    glyphs: list[Glyph] = []
    for char in text:
        right = left + (size if char > "\u2e7f" else size / 2)
        glyphs.append(Glyph(char, left, right, base, size))
        left = right
    return Run(glyphs)


def typed(*rows: tuple[tuple[str, int], ...], left: float = 90.0) -> list[TextLine]:
    """Lines whose cells begin at these tab stops."""
    return [
        TextLine(tuple(run(text, left + stop * STOP, 100.0 + 24 * at) for text, stop in row))
        for at, row in enumerate(rows)
    ]


HEADS = (("项目", 0), ("预算", 1), ("决算", 2))
LONG = (("公务用车运行费", 0), ("34.00", 2), ("31.40", 3))
SHORT = (("接待费", 0), ("4.60", 1), ("3.80", 2))


def test_cells_at_tab_stops_are_told_by_their_order() -> None:
    (table,) = columned(typed(HEADS, LONG, SHORT))

    assert table.rows == (("项目", "预算", "决算"), ("公务用车运行费", "34.00", "31.40"), ("接待费", "4.60", "3.80"))


def test_two_cells_that_a_tab_left_close_together_are_two() -> None:
    lines = typed(HEADS, LONG, SHORT)
    close = Run(
        [*run("合计", 90.0, 172.0).glyphs, *run("598.203", 126.0, 172.0).glyphs, *run("612.85", 162.0, 172.0).glyphs]
    )
    (table,) = columned([*lines, TextLine((close,))])

    assert table.rows[-1] == ("合计", "598.203", "612.85")


def test_columns_that_stand_at_tab_stops_by_chance_are_columns() -> None:
    lines = typed(
        (("编码", 0), ("名称", 2), ("预算", 4)), (("301", 0), ("工资", 2), ("5.00", 4)), (("302", 0), ("7.00", 4))
    )

    assert tabbed(lines, 0) == (0, 0.0)
    assert columned(lines)[0].rows[-1] == ("302", "", "7.00")


def test_a_row_with_a_cell_less_among_cells_that_stand_close_leaves_a_doubt() -> None:
    close = TextLine(
        (Run([*run("合计", 90.0, 100.0).glyphs, *run("38.60", 126.0, 100.0).glyphs]), run("35.20", 162.0, 100.0))
    )
    rest = typed(LONG, SHORT[:2])
    (table,) = columned(
        [close, *(TextLine(tuple(run(r.text, r.left, r.base + 24) for r in line.runs)) for line in rest)]
    )

    assert table.doubt


@pytest.mark.parametrize(("blank", "end"), [(" ", 4), ("", 0)])
def test_cells_that_blanks_hold_apart_are_told_by_their_order(blank: str, end: int) -> None:
    rows = [
        ("乡镇", "户数", "面积"),
        ("城关镇", "3120", "20280.0"),
        ("清水镇", "2865", "18622.5"),
        ("合计", "5985", "38902.5"),
    ]
    lines = [
        TextLine(
            tuple(run(blank + text if at else text, 90.0 + 50 * at + 7 * row, 100.0) for at, text in enumerate(cells))
        )
        for row, cells in enumerate(rows)
    ]

    assert blanked(lines, 0) == end


def test_a_table_laid_flat_is_a_table_and_keeps_its_page() -> None:
    flat = ["项目 |", "预算数 |", "决算数 |", "合计 |", "49.90 |", "7.69 |", "公务接待费 |", "14.90 |", "5.21 |"]
    sentence = "全年共检查运输企业三十家，发现问题十二个，已经全部督促整改到位。" * 2
    reading = read_bytes("a.pdf", printed("\n\n".join([sentence, *flat])))

    assert [table.rows for table in reading.tables] == [
        (("项目", "预算数", "决算数"), ("合计", "49.90", "7.69"), ("公务接待费", "14.90", "5.21"))
    ]
    assert reading.tables[0].where.startswith("第1页")


def test_cells_without_room_between_them_are_parted_where_their_columns_part() -> None:
    columns = ((90.0, 140.0), (142.0, 180.0))
    close = Run([*run("退休人员", 98.0, 100.0).glyphs, *run("20.72", 142.0, 100.0).glyphs])
    head = run("项目预算合计数", 90.0, 100.0)

    assert [piece.text for piece in parted_at(TextLine((close,)), columns).runs] == ["退休人员", "20.72"]
    assert len(parted_at(TextLine((head,)), columns).runs) == 1
