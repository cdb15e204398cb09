"""空表有说明，有数的表没有空表说明: a table without amounts says why, one with amounts does not say it is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.identity import DocumentKind
from yunguan.audit.quantities import unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.tables.naming import Spans, name_of, spans_of
from yunguan.core.finding import Conflict, Hint, Place, Relation
from yunguan.core.reading import Block, BlockKind, Table

_TITLE = re.compile(
    r"(?P<what>政府性基金预算|国有资本经营预算|社会保险基金预算|[“”三公]{2,4}经费)[\u4e00-\u9fff“”（）()]{0,24}表$"
)
_EMPTY = re.compile(
    r"(?:本表|此表|该表|本张表)[^。；]{0,8}(?:为空|空表|无数据|无内容|无金额)|故[^。；]{0,6}(?:本表|此表)[^。；]{0,6}(?:无数据|为空|空)"
)
_NONE = (
    r"(?:没有|无|未安排|未发生|不涉及)[^。；]{{0,16}}{what}"
    r"|{what}[^。；]{{0,16}}(?:没有|为零|无(?!法)|未安排|未发生|为0(?![.\d]))"
)
_AFTER = 3


@rule(
    "空表有说明",
    why="没有政府性基金、国有资本经营等收支的单位也要公开空表并加以说明；有数的表不能写着“本表为空表”。",
    compares="按表名认出的基金类、“三公”经费表有没有金额，与表下的注和正文里“没有……”的话。",
    silent="认不出表名的表、预算决算以外的文件，不核对。",
    caught=(
        "某中心2023年度部门决算\n政府性基金预算财政拨款收入支出决算表\n单位：万元\n"
        "| 科目编码 | 科目名称 | 本年收入 | 本年支出 |\n| 合计 |  | 12.00 | 12.00 |\n"
        "| 229 | 其他支出 | 12.00 | 12.00 |\n注：本表为空表。"
    ),
    passed=(
        "某中心2023年度部门决算\n政府性基金预算财政拨款收入支出决算表\n单位：万元\n"
        "| 科目编码 | 科目名称 | 本年收入 | 本年支出 |\n| 合计 |  |  |  |\n注：本单位没有政府性基金收支，故本表为空表。"
    ),
    remedy="空表在表下注明没有此项收支；表里有数的，删去空表说明。",
    of_known_kinds=True,
)
def empty_table_note(document: Document) -> Iterator[Verdict]:
    """A table of a fund without amounts bears a note; a note of emptiness stands under no table with amounts."""
    if document.identity.kind not in {DocumentKind.ACCOUNT, DocumentKind.PLAN}:
        return
    text = "".join(block.text for block in document.reading.blocks if block.kind is not BlockKind.CELL)
    spans = spans_of(document.reading)
    for table in document.reading.tables:
        title = name_of(document.reading, table, spans)
        named = _TITLE.search(unspaced(title.text)) if title is not None else None
        if named is None or title is None:
            continue
        place = title.place(title.text)
        note = next((block for block in _after(document, table, spans) if _EMPTY.search(block.text)), None)
        yield from _judged(document, table, place, note, explained=_explained(text, named["what"], note))


def _judged(
    document: Document, table: Table, place: Place, note: Block | None, *, explained: bool
) -> Iterator[Verdict]:
    amounts = [
        fact
        for sheet in document.sheets
        if sheet.table == table.where
        for fact in sheet.facts
        if fact.value and not fact.quantity.is_rate
    ]
    if amounts and note is not None:
        message = (
            f"“{place.quote}”里有{amounts[0].quantity.text}等金额，表下却写着“{note.text.strip()}”，"
            "请删去说明或核对表中的数。"
        )
        yield Conflict(message=message, places=(place, amounts[0].place, note.place(note.text)))
    elif not amounts and not explained:
        message = f"“{place.quote}”是空表，表下和正文都没有说明，请注明没有此项收支。"
        yield Conflict(message=message, places=(place,))
    elif not amounts and note is None:
        yield Hint(message=f"“{place.quote}”是空表，正文有说明而表下没有注，请在表下注明。", places=(place,))
    else:
        yield Relation(places=(place,), operands=())


def _explained(text: str, what: str, note: Block | None) -> bool:
    return note is not None or bool(re.search(_NONE.format(what=re.escape(what)), text))


def _after(document: Document, table: Table, spans: Spans) -> list[Block]:
    """The lines behind a table up to the next one; notes may stand in its own last rows."""
    blocks, (start, end) = document.reading.blocks, spans[table.where]
    after = [block for block in blocks[start : end + 1] if _EMPTY.search(block.text)]
    for block in blocks[end + 1 : end + 1 + _AFTER]:
        if block.kind is BlockKind.CELL or block.text.strip().endswith("表"):
            break
        after.append(block)
    return after
