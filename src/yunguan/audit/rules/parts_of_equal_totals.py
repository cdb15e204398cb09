"""同一总数的分项各处一致: a list in the text and the rows of a table that have one total have the same parts."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.binding import shared_term
from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import agrees
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.sum import Sum
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow
from yunguan.core.finding import Conflict

_SHORTEST = 3


@rule(
    "同一总数的分项各处一致",
    why="同一个总数在正文和表里分成同样名称的几项，各项的数应当相同。",
    compares="正文里合得上的“其中”各项，与表中合计相同、名称对得上的各行。",
    silent="名称对不全，或者正文的各项自己就合不上时，不核对。",
    caught=(
        "到位资金 300.00 万元，其中财政拨款 60.00 万元、单位自筹 240.00 万元。\n\n资金表\n单位：万元\n\n"
        "| 项目 | 全年预算数 |\n| 年度资金总额 | 300.00 |\n| 其中：当年财政拨款 | 240.00 |\n"
        "| 其他资金（单位自筹） | 60.00 |"
    ),
    passed=(
        "到位资金 300.00 万元，其中财政拨款 240.00 万元、单位自筹 60.00 万元。\n\n资金表\n单位：万元\n\n"
        "| 项目 | 全年预算数 |\n| 年度资金总额 | 300.00 |\n| 其中：当年财政拨款 | 240.00 |\n"
        "| 其他资金（单位自筹） | 60.00 |"
    ),
    remedy="核对资金来源或支出明细，使正文与表一致；两处分法不同的，写明各自的口径。",
)
def parts_of_equal_totals(document: Document) -> Iterator[Verdict]:
    """Where text and table divide the same total into parts of the same names, the parts are the same."""
    lists = [each for each in document.once(sums) if each.total.quantity.is_money and each.holds and each.total.value]
    for sheet in document.sheets:
        for column in sheet.columns:
            for total in (row for row in sheet.rows if row.is_total and column.index in row.cells):
                for each in lists:
                    if each.total.value == total.cells[column.index].value:
                        yield from _compared(each, sheet, column, total)


def _compared(said: Sum, sheet: Sheet, column: Column, total: SheetRow) -> Iterator[Verdict]:
    rows = [row for row in sheet.rows if row is not total and column.index in row.cells]
    pairs = [(part, row) for _, part in said.parts if (row := _row(part, rows)) is not None]
    if len(pairs) != len(said.parts) or len({id(row) for _, row in pairs}) != len(pairs):
        return
    both = [(part, row.cells[column.index]) for part, row in pairs]
    differ = [(part, cell) for part, cell in both if not agrees(part, cell)]
    differ = [(part, cell) for part, cell in differ if abs(part.value - cell.value) > max(part.step, cell.step)]
    if not differ:
        yield relation(fact for pair in both for fact in pair)
        return
    facts = [fact for pair in differ for fact in pair]
    part, cell = differ[0]
    message = (
        f"总数同为{said.total.quantity.text}，分项却不同：“{part.subject}”在正文是{part.quantity.text}，"
        f"在“{sheet.title}”是{cell.quantity.text}；只有两处的分法不同时才能同时成立，请核对。"
    )
    yield finding(Conflict, facts, message, expected=cell.quantity.text, stated=part.quantity.text)


def _row(part: Fact, rows: list[SheetRow]) -> SheetRow | None:
    """The one row whose name shares a telling term with the part."""
    named = [row for row in rows if len(shared_term(part.subject, row.name)) >= _SHORTEST]
    return named[0] if len(named) == 1 else None
