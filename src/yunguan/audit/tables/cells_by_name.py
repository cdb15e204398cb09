"""Cells by name: what a row and a column of a table say that an amount is of, so that others can be held to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yunguan.audit.facts import Fact, Role, role_of
from yunguan.audit.items import role_key
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document
from yunguan.audit.scopes import Scope, scope_of_cell
from yunguan.audit.statements import year_of
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow

ROLES = {Role.BUDGET, Role.ADJUSTED, Role.EXECUTED}
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年|$)")
_OTHER_COLUMN = re.compile(
    r"上年|去年|上期|同期|增减|增长|变动|比|率|[%％]|分值|得分|权重|目标|指标值|季度|[上下]半年|\d月|人均|平均|单价|标准"
)
_OF_ALL = re.compile(
    r"[（(][^（）()]*[)）]|(?:19|20)\d{2}年度?|[本当全]年|年初|年度|全年|(?:支出|收入)?(?:预算|决算|执行)(?:调整)?(?:金额|数|额)?"
    r"|金额|合计|小计|总计|总额|^支出|^收入|数$|额$"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_MARKS = re.compile(r"[“”\"'（）()〈〉：:、《》*＊]")
_ORDINAL = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]+")
_GENERIC = re.compile(
    r"(?:其他|其它|其中|合计|小计|总计|共计|总额|支出|收入|经费|资金|费用?|金额|项目|工程|工作|单位|部门|[省市县区乡镇村中央](?:级?财政|级)?)*"
)
_SHORTEST = 3
_LONGEST_TITLE = 30


@dataclass(frozen=True)
class NamedCell:
    """One number of a table: `name` is its row, `kind` what its column says beside role and year ("" for all).

    `head` is the lowest head of its column, without brackets.
    """

    name: str
    head: str
    kind: str
    role: str
    year: str
    scope: Scope
    sheet: Sheet
    row: SheetRow
    fact: Fact


def named_cells(document: Document) -> Iterator[NamedCell]:
    """The numbers of tables whose row and column say what they are of; changes, rates and last year's are none."""
    year, plan = year_of(document), document.identity.plans
    for sheet in document.sheets:
        columns = [column for column in sheet.columns if not _OTHER_COLUMN.search(column.head)]
        said = [(column, _head(column), bare(_OF_ALL.sub("", column.head)), _year(column.head)) for column in columns]
        own_year, own_role = _year(sheet.title), _role_of_title(sheet)
        for row in sheet.rows:
            name = bare(row.name)
            for column, head, kind, named in said:
                fact = row.cells.get(column.index)
                if fact is not None and is_exact(fact):
                    yield NamedCell(
                        name=name,
                        head=head,
                        kind=kind,
                        role=role_key(fact.role if fact.role in ROLES else own_role, plan=plan),
                        year=named or own_year or year,
                        scope=scope_of_cell(sheet.title, column.head, row.label),
                        sheet=sheet,
                        row=row,
                        fact=fact,
                    )


def _head(column: Column) -> str:
    return bare(_BRACKETS.sub("", column.path[-1] if column.path else ""))


def is_exact(fact: Fact) -> bool:
    """True for a positive number that is printed as it is, and no rate."""
    quantity = fact.quantity
    return quantity.value > 0 and not (quantity.is_rate or quantity.bound or quantity.approximate)


def bare(words: str) -> str:
    """The words without blanks, marks and numbering."""
    return _MARKS.sub("", _ORDINAL.sub("", unspaced(flat(words))))


def is_telling(name: str) -> bool:
    """True for a name that says of itself what an amount is of: 事业收入, but not 合计 or 其他支出."""
    return len(name) >= _SHORTEST and not _GENERIC.fullmatch(name)


def _year(words: str) -> str:
    named = _YEAR.findall(unspaced(words))
    return max(named) if named else ""


def _role_of_title(sheet: Sheet) -> Role:
    fact = next(iter(sheet.facts), None)
    told = fact is not None and len(sheet.title) <= _LONGEST_TITLE
    role = role_of(sheet.title, fact.quantity) if fact is not None and told else Role.STATED
    return role if role in ROLES else Role.STATED
