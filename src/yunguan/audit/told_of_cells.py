"""Which cell of a table the words before an amount of the text name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from yunguan.audit.facts import Fact, Role, role_of
from yunguan.audit.items import role_key
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document
from yunguan.audit.scopes import scope_in
from yunguan.audit.statements import year_of
from yunguan.audit.sums.sum import turned
from yunguan.audit.tables.cells_by_name import ROLES, NamedCell, bare, is_exact, is_telling, named_cells
from yunguan.audit.tables.naming import spans_of
from yunguan.core.reading import Block, BlockKind

_OPENS = re.compile(
    r"^(?:(?:19|20)\d{2}年(?:度|末|底|初)?|全年|本年度?|年内|年初|年末|当年|其中|分别|累计|共计?|总计|合计|已|实际|安排|完成"
    r"|实现|取得|项目|我[局市县区镇乡院校馆站]|本单位|本部门|的)+"
)
_ENDS = re.compile(
    r"(?:(?<=费)支出|(?:决算|预算|执行)[数额]?|金额|总额|实际|共计?|总计|合计|累计|达到?|安排|完成|[为是仅有])+$"
)
_MOVED = re.compile(r"(?:[降减增升提][低少加长高]?|下降|上升|调整)[至到为]")
_FROM = re.compile(r"(.{3,}?)[由从](?:(?:19|20)\d{2}年|[上去]年)?的?")
_YEARS = re.compile(r"(?<![比较与同于由从])(?:19|20)\d{2}(?=\s*年)")
_OF_PART = re.compile(r"[上下]半年|季度|(?<!\d)(?:[1-9]|1[01])月|计划|预计|拟|目标|每|平均|[日月户人]均")
_EARLIER = re.compile(r"上年|去年|同期")
_NONE = {Role.LAST_YEAR, Role.TARGET, Role.MEAN, Role.SHARE, Role.RATE, Role.ADDED, Role.CUT}
_INTRODUCES = re.compile(r"(?:如下|下表|见表|附表)[^。；;]{0,12}[。:：]?\s*$")
_CLAUSES = re.compile(r"[，,。；;：:]")
_NEAR = 3


def cells_told(document: Document) -> Iterator[tuple[Fact, list[NamedCell]]]:
    """Each amount of the text whose words name cells of tables, of one year, role and scope, with these cells."""
    named: dict[str, list[NamedCell]] = defaultdict(list)
    for cell in document.once(named_cells):
        named[cell.name].append(cell)
    kinds = {cell.kind for cells in named.values() for cell in cells} - {""}
    before: Fact | None = None
    for fact in document.facts:
        if fact.block.kind is not BlockKind.CELL and is_exact(fact) and _is_of_a_year(document, fact):
            found = [*_by_row(fact, before, named), *_by_column(fact, named, kinds), *_introduced(document, fact)]
            fitting = [cell for cell in found if _fits(document, fact, cell)]
            if fitting:
                yield fact, fitting
        before = fact


def _is_of_a_year(document: Document, fact: Fact) -> bool:
    if fact.role in _NONE or (fact.role is Role.CHANGE and not _MOVED.fullmatch(fact.lead)):
        return False
    area = fact.area if fact.area is not None and not fact.area.startswith("全") else ""
    known = area in document.reading.blocks[0].text
    return known and not _OF_PART.search(_sentence(fact)) and not _EARLIER.search(fact.lead)


def _sentence(fact: Fact) -> str:
    """The words of its sentence before a fact."""
    return unspaced(fact.sentence_before)


def _keys(words: str) -> list[str]:
    """What the words before a number may name, the longest first."""
    ended = _ENDS.sub("", words)
    return list(dict.fromkeys(bare(each) for each in (words, ended, _OPENS.sub("", ended)) if each))


def _by_row(fact: Fact, before: Fact | None, named: dict[str, list[NamedCell]]) -> list[NamedCell]:
    """The cells of the row that the words name, in the column of all money or the only one; 甲由 5 万元降至 4 万元."""
    lead = fact.lead
    if before is not None and _MOVED.fullmatch(lead) and (before.block, before.sentence) == (fact.block, fact.sentence):
        moved = _FROM.fullmatch(before.lead)
        lead = moved[1] if moved else ""
    for key in _keys(lead):
        if is_telling(key) and key in named:
            return [cell for cell in named[key] if not cell.kind or _is_alone(cell)]
    return []


def _is_alone(cell: NamedCell) -> bool:
    return sum(fact.family == cell.fact.family for fact in cell.row.cells.values()) == 1


def _by_column(fact: Fact, named: dict[str, list[NamedCell]], kinds: set[str]) -> list[NamedCell]:
    """The cells whose column the words name, in the only row that the sentence names: 教育支出中，项目支出 5 万元."""
    said, keys = bare(_sentence(fact)), kinds & {*_keys(fact.lead)}
    rows = [name for name in named if name in said and is_telling(name)] if keys else []
    cells = [cell for name in rows for cell in named[name] if cell.kind in keys and name not in keys]
    return cells if len(rows) == 1 else []


def _introduced(document: Document, fact: Fact) -> list[NamedCell]:
    """The total of the table that the paragraph of an amount introduces, under the head that its words name."""
    tables = {table for block, table in document.once(_introductions) if block is fact.block}
    every = document.once(named_cells) if tables else ()
    cells = [cell for cell in every if cell.sheet.table in tables and cell.row.is_total]
    only = len({(cell.sheet.title, cell.row.index) for cell in cells}) == 1
    keys = _keys(fact.lead)
    return [cell for cell in cells if only and cell.head in keys]


def _introductions(document: Document) -> Iterator[tuple[Block, str]]:
    """The paragraphs that end with 如下 or the like, with the table that stands right behind."""
    reading = document.reading
    for table, (start, _) in spans_of(reading).items():
        near = [block for block in reading.blocks[max(0, start - _NEAR) : start] if block.kind is not BlockKind.CELL]
        yield from ((block, table) for block in near if _INTRODUCES.search(block.text))


def _fits(document: Document, fact: Fact, cell: NamedCell) -> bool:
    """True where both are of one family, role, year and scope; two digits turned round tell that by themselves."""
    if turned(fact, cell.fact) and _year(document, fact) == cell.year:
        plan = document.identity.plans
        return {role_key(role, plan=plan) for role in _named_roles(fact)} <= {cell.role}
    scope = scope_in("".join(fact.block.path[-1:]), _sentence(fact))
    alike = (fact.family, _year(document, fact), scope) == (cell.fact.family, cell.year, cell.scope)
    return alike and _roles(document, fact) == {cell.role}


def _roles(document: Document, fact: Fact) -> set[str]:
    """The roles that an amount may have: those that are named, else those of its heading."""
    plan = document.identity.plans
    above = {role_of(words, fact.quantity) for words in fact.block.path[-1:]} & ROLES
    return {role_key(role, plan=plan) for role in _named_roles(fact) or above or {Role.STATED}}


def _named_roles(fact: Fact) -> set[Role]:
    """The role that its own words give an amount, else all that its paragraph names before it."""
    clauses = _CLAUSES.split(flat(fact.block.text[: fact.quantity.start]))
    return {fact.role} & ROLES or {role_of(words, fact.quantity) for words in clauses} & ROLES


def _year(document: Document, fact: Fact) -> str:
    """The last year that the sentence names before a fact, else its paragraph, its headings or the document."""
    said = flat(fact.block.text[: fact.quantity.start])
    for words in (said[fact.sentence[0] :], said, *reversed(fact.block.path)):
        if named := list(_YEARS.finditer(words)):
            return named[-1][0]
    return year_of(document)
