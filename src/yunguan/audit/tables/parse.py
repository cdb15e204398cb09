"""From the tables of a reading to sheets: heads found, sides and sections parted, numbers bound to row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yunguan.audit.facts import Fact, role_of
from yunguan.audit.outline import in_table
from yunguan.audit.quantities import unspaced
from yunguan.audit.tables.cell import UNIT, is_blank, is_number, quantity, unit_of
from yunguan.audit.tables.section import (
    CODE,
    CODE_HEAD,
    Section,
    counts_lines,
    has_number,
    is_code_column,
    is_text,
    label_columns,
    path_over,
    unshifted,
)
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow
from yunguan.audit.tables.turned import turned
from yunguan.audit.tables.typed import is_slashed, segments
from yunguan.core.reading import Block, BlockKind, Reading, Table

_HEAD_WORD = re.compile(
    r"数$|额$|金|合计|小计|预算|决算|执行|分值|得分|率|编码|名称|项目|收入|支出|目标|指标|单位|类别|口径|权重|备注|科目"
    r"|本年|上年|数量|完成值|值$|增减|比例|占比|编制|计划|实际|年度|类型|费用?$|情况|分析|[%％]|结转|结余|[款类项]$|内容|序号"
)
_COUNT_ROW = re.compile(r"[行栏]\s*次$")
_OF_SIDE = re.compile(r"^(?:收入|支出)(?=项目|科目|内容|名称|类别)")
_BOTH_SIDES = {"收入", "支出"}
_LABEL_HEAD = re.compile(r"项目|科目(?!编码|代码)|指标|内容|收入|支出|名称")
_PAIR = re.compile(r"项目名称|主管部门|实施单位|预算部门|填报|部门名称|单位名称|联系")
_NOTE = re.compile(r"^(?:注|说明|备注|数据来源)")
_NO_TITLE = re.compile(
    r"^(?:公开|财决)?\w{0,4}\d+表$|^金额$|^[\u4e00-\u9fff]{0,4}(?:部门|单位|机构|科室)(?:名称)?(?:[（(].{1,4}[)）])?[:：]"
)
_TOTAL_HEAD = re.compile(r"合\s*计|小\s*计")
_ORDINALS = re.compile(r"^栏\s*次$|^行\s*次$")
_LONGEST_TITLE = 60
_FARTHEST = 6
_SHORT = 12
_MOST_HEADS = 4
_FEWEST_HEADS = 3


@dataclass
class _Context:
    """What stands before a table: its title, its unit, the headings above it."""

    title: str = ""
    unit: str = ""
    path: tuple[str, ...] = ()


def sheets_of(reading: Reading) -> Iterator[Sheet]:
    """The sheets of a document in their order; a table without numbers has none."""
    places = _cells(reading)
    for table in reading.tables:
        first, cells = places.get(table.where, (0, {}))
        yield from _sheets(table, cells, _context(reading.blocks, first) if cells else _Context())
    yield from _slashed(reading)


def _slashed(reading: Reading) -> Iterator[Sheet]:
    """Tables typed as paragraphs, 三公经费 9 / 10 / 8, in a format whose reader knows no lines."""
    blocks = [block for block in reading.blocks if block.kind is not BlockKind.CELL]
    lines = [(number, block.text) for number, block in enumerate(blocks)]
    for segment in segments(lines):
        if segment.rows is None or not is_slashed(segment.lines[0][1] or ""):
            continue
        first = blocks[segment.first]
        before = blocks[segment.first - 1].text if segment.first else ""
        unit = UNIT.search(before)
        cells = {
            (i, j): Block(BlockKind.CELL, text, first.where, first.path)
            for i, row in enumerate(segment.rows, start=1)
            for j, text in enumerate(row, start=1)
        }
        context = _Context(UNIT.sub("", before)[:_LONGEST_TITLE], unit[1] if unit else "", first.path)
        yield from _sheets(Table(first.where, segment.rows), cells, context)


Cells = dict[tuple[int, int], Block]


def _cells(reading: Reading) -> dict[str, tuple[int, Cells]]:
    """The cells of each table, with the place of its first among the blocks."""
    found: dict[str, tuple[int, Cells]] = {}
    for index, block in enumerate(reading.blocks):
        named = in_table(block.where) if block.kind is BlockKind.CELL else None
        if named:
            table, *place = named
            found.setdefault(table, (index, {}))[1][place[0], place[1]] = block
    return found


def _context(blocks: Sequence[Block], first: int) -> _Context:
    """What stands before the table whose first cell is this block."""
    context = _Context(path=blocks[first].path)
    for block in reversed(blocks[max(0, first - _FARTHEST) : first]):
        if block.kind is BlockKind.CELL:
            break
        unit = UNIT.search(block.text)
        context.unit = context.unit or (unit[1] if unit else "")
        title = UNIT.sub("", block.text).strip(" ()（）:：|\t")
        if not (_NO_TITLE.match(title) or _NOTE.match(title)) and 0 < len(title) <= _LONGEST_TITLE:
            context.title = title
            break
    return context


def _sheets(table: Table, cells: Cells, context: _Context) -> Iterator[Sheet]:
    context = _titled(table, context)
    notes = {row[0].strip(): row[1].strip() for row in table.rows if len(row) > 1 and _PAIR.search(row[0])}
    unit = context.unit or next((m[1] for row in table.rows for text in row if (m := UNIT.search(text))), "")
    for section in map(unshifted, _sections(table)):
        for left, right in _sides(section) if section.rows else ():
            sheet = _sheet(table, section, (left, right), cells, _Context(context.title, unit, context.path), notes)
            if sheet.rows and sheet.columns:
                yield turned(sheet)


def _titled(table: Table, context: _Context) -> _Context:
    """The context with the title that a table bears in a first row of its own, as workbooks do."""
    first = {cell.strip() for cell in table.rows[0] if cell.strip()} if table.rows else set()
    title = next(iter(first)) if len(first) == 1 else ""
    if not title.endswith("表") or len(title) > _LONGEST_TITLE:
        return context
    return _Context(unspaced(title), context.unit, context.path)


def _sections(table: Table) -> Iterator[Section]:
    section = Section([])
    for index, row in enumerate(table.rows, start=1):
        if _COUNT_ROW.match(next((cell.strip() for cell in row if cell.strip()), "")):
            continue
        if not any(cell.strip() for cell in row) or (_NOTE.match(row[0].strip()) and len(set(row)) <= 2):  # noqa: PLR2004
            continue
        if _is_numbered(row) or (not section.heads and not section.rows and _is_above(row)):
            continue
        opens = not section.heads and not section.rows and _names_columns(row, table.rows[index : index + 1])
        if opens or _is_head(row, begun=bool(section.rows)):
            if section.rows:
                yield section
                section = Section([])
            section.heads.append(row)
        else:
            section.rows.append((index, row))
    if section.rows:
        yield section


def _is_above(row: tuple[str, ...]) -> bool:
    """True for a row that only names the table, its number, its unit or its unit of money, as in workbooks."""
    texts = {unspaced(cell) for cell in row if cell.strip()}
    alone = len(texts) == 1 and next(iter(texts)).endswith("表")
    return alone or all(_NO_TITLE.match(text) or (UNIT.search(text) and len(text) < _SHORT) for text in texts)


def _is_numbered(row: tuple[str, ...]) -> bool:
    """True for 栏次 | 1 | 2 | 3, which numbers the columns."""
    texts = [cell.strip() for cell in row if cell.strip()]
    return bool(_ORDINALS.match(texts[0])) and any(text.isdigit() for text in texts)


def _is_head(row: tuple[str, ...], *, begun: bool) -> bool:
    """A row of heads holds no number; below the first rows it must name several columns as heads do."""
    texts = [cell.strip() for cell in row if not is_blank(cell)]
    if not texts or any(is_number(text) and not CODE_HEAD.search(text) for text in texts):
        return False
    named = sum(bool(_HEAD_WORD.search(unspaced(text))) for text in texts)
    if _PAIR.search(texts[0]) and not (len(texts) >= _FEWEST_HEADS and named == len(texts)):
        return False
    if not begun:
        return named > 0
    plain = all(not re.match(r"[一二三四五六七八九十]+、|\d", text) for text in texts)
    return len(texts) >= _FEWEST_HEADS and plain and named == len(texts) and not _NOTE.match(texts[0])


def _names_columns(row: tuple[str, ...], following: Sequence[tuple[str, ...]]) -> bool:
    """True for a first row of short words, one above each number of the row below it, whatever they are."""
    below = following[0] if following else ()
    numbers = [at for at, text in enumerate(below) if is_number(text)]
    texts = [unspaced(text) for text in row]
    plain = all(text and len(text) < _SHORT and not is_number(text) for text in texts)
    return plain and len({*texts}) == len(texts) and len(numbers) >= _FEWEST_HEADS - 1 and 0 not in numbers


def _sides(section: Section) -> Iterator[tuple[int, int]]:
    """The sides of a two-sided table: a label column whose head was used before begins another one."""
    width = max(len(row) for _, row in section.rows)
    last = section.heads[-1] if section.heads else ()
    starts = [0]
    seen: set[str] = set()
    for column, head in enumerate(last):
        name = _OF_SIDE.sub("", re.sub(r"\s|[（(][^（()）]*[)）]", "", head))
        if name and (CODE_HEAD.search(name) or _LABEL_HEAD.search(name)) and is_text(section, column):
            if name in seen or _turns(section, column):
                starts.append(column)
                seen = set()
            seen.add(name)
    for at, start in enumerate(starts):
        yield start, starts[at + 1] if at + 1 < len(starts) else width


def _turns(section: Section, column: int) -> bool:
    """True where the merged head above goes from 收入 to 支出, though the labels below have heads of their own."""
    named = [text for each in section.heads[0][: column + 1] if (text := unspaced(each))]
    here = section.heads[0][column : column + 1]
    return len(section.heads) > 1 and bool(here and here[0].strip()) and set(named[-2:]) == _BOTH_SIDES


def _sheet(  # noqa: PLR0917 - a section, its side, and all that stands around it
    table: Table,
    section: Section,
    side: tuple[int, int],
    cells: Cells,
    context: _Context,
    notes: dict[str, str],
) -> Sheet:
    start, end = side
    paths = {column: path_over(section.heads, column, start) for column in range(start, end)}
    codes = [c for c in range(start, end) if is_code_column(section, c, paths[c])]
    lines = [c for c in range(start, end) if counts_lines(paths[c])]
    passed = [*codes, *lines]
    labels = label_columns(section, range(start, end), passed)
    if labels == [start] and has_number(section, start) and _TOTAL_HEAD.search("".join(paths[start])):
        labels = []
    columns = tuple(
        Column(c, paths[c]) for c in range(start, end) if c not in {*passed, *labels} and has_number(section, c)
    )
    rows = tuple(_rows(section, columns, (labels, codes, side), cells, context))
    return Sheet(table.where, context.title, context.unit, columns, rows, context.path, notes)


def _rows(
    section: Section,
    columns: tuple[Column, ...],
    place: tuple[list[int], list[int], tuple[int, int]],
    cells: Cells,
    context: _Context,
) -> Iterator[SheetRow]:
    labels, codes, _ = place
    group = ""
    for index, row in section.rows:
        texts = [row[c].strip() for c in labels if c < len(row) and row[c].strip()]
        if labels and labels[0] < len(row) and row[labels[0]].strip() and len(labels) > 1:
            group = row[labels[0]].strip()
        label = unspaced(texts[-1]) if texts else ""
        code = next((row[c].strip() for c in codes if c < len(row) and CODE.fullmatch(row[c].strip())), "")
        if not label:
            label = next((row[c].strip() for c in codes if c < len(row) and row[c].strip() and not code), "")
        line = " ".join(text.strip() for text in row if text.strip())
        said = f"{context.title} {line}".strip()
        found = {}
        for column in columns:
            block = cells.get((index, column.index + 1))
            fact = _fact(block, column, label, said, context.unit) if block is not None else None
            if fact is not None:
                found[column.index] = fact
        if found or label:
            yield SheetRow(index, label, group, code, found, (line,))


def _fact(block: Block, column: Column, label: str, said: str, unit: str) -> Fact | None:
    found = quantity(block.text, unit_of(column.head, label, unit))
    if found is None:
        return None
    name = f"{label}{column.head}" if label != column.head else label
    return Fact(
        quantity=found,
        block=block,
        before=name,
        behind="",
        sentence=(0, len(block.text)),
        role=role_of(name, found),
        period=None,
        area=None,
        said=said,
    )
