"""Statements: the facts of a document under the item and role that they state, so that two of one key must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yunguan.audit.facts import Fact, Role
from yunguan.audit.identity import DocumentKind
from yunguan.audit.items import Stated, canonical, in_sheet, in_text, role_key
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document
from yunguan.audit.scopes import Scope, named_funds, scope_in, scope_of_cell
from yunguan.audit.sums.find import sums, texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow
from yunguan.core.reading import BlockKind

SCOPED = {"本年收入", "本年支出", "基本支出", "项目支出", "收入总计", "支出总计", "年初结转和结余", "年末结转和结余"}
_GRANT = "财政拨款收入"
_ROLE_COLUMN = (
    (Role.BUDGET, re.compile(r"年初预算")),
    (Role.ADJUSTED, re.compile(r"全年预算|调整后?预算|预算调整")),
    (Role.EXECUTED, re.compile(r"执行数|决算数|实际支出|全年执行")),
)
_ECONOMIC = {"工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出"}
_OF_SUBJECTS = {"基本支出", "项目支出", "人员经费", "公用经费", "本年收入", "本年支出", *_ECONOMIC}
_NUMBERED_CLASS = re.compile(
    r"\s*(?:\d{1,2}[.、．](?!\d)|[（(]?[一二三四五六七八九十\d]{1,3}[)）、])\s*[\u4e00-\u9fff]{2,6}"
)
_SPENDING, _OPENS_LIST = re.compile(r"(?:基本|项目)支出"), re.compile(r"其中\s*[:：]?\s*$")
_GENERAL = re.compile(
    r"(?:19|20)\d{2}年?度?|本年度?|全年|当年|年度|年初|一般公共预算|政府性基金|国有资本经营|财政|拨款|收支|收入|支出|资金|经费"
    r"|总体?|预算|决算|执行|安排|合计|共计?|本?[单位部门]{2}|我[局委院校单位中心]|各项|整体|累计|其中|完成|数|为|是|的"
)
_TELLING = 2
_YEAR = re.compile(r"(?<![比较与同于])(?:19|20)\d{2}(?=\s*年)")
_FRAGMENT = re.compile(r"\s*\d[\d,.]*\s*(?:万|亿)?元")  # a page cut off how this sentence begins
_BARE_ACCOUNT = re.compile(r"(?:其)?(?:支出|实际)?(?:决算|执行|支出)(?:支出)?数?(?:为|是)?$")
_OF_BUDGET, _OF_ACCOUNT = re.compile(r"年初预算|预算(?:安排|情况)"), re.compile(r"决算|执行|支出情况|完成")
_PROJECT_ROLES = {Role.BUDGET, Role.ADJUSTED, Role.EXECUTED}
_WHOLE_COLUMN, _INCOME = re.compile(r"合计|决算数|预算数"), re.compile(r"收入(?:决算|预算)")
_CLASS = re.compile(r"^[\u4e00-\u9fff]{3,16}支出$")
_CLASS_TEXT = re.compile(r"([\u4e00-\u9fff]{3,16}支出)(?:\(类\))?(?:支出|决算数)?(?:为|是)*$")
_CLASS_DIGITS = 3
_LONGEST_NAME = 30
_SHORTEST_NAME = 5


@dataclass(frozen=True)
class Held:
    """A statement with the scope that its words give it: all money, appropriations, or those of the general budget.

    `other_year` is true where its sentence names another year than the document's.
    """

    stated: Stated
    scope: Scope
    sheet: Sheet | None = None
    other_year: bool = False

    @property
    def fiscal(self) -> bool:
        return self.scope is not Scope.ALL

    @property
    def fact(self) -> Fact:
        return self.stated.fact


def statements(document: Document) -> Iterator[tuple[tuple[str, str], Held]]:
    """Every statement under its key; totals of all money and of appropriations alone have keys of their own.

    Appropriations are those of the general budget where the document has no other funds.
    """
    plan = document.identity.plans
    for held in (*_of_text(document, plan=plan), *_of_sheets(document, plan=plan)):
        name, role = held.stated.key
        yield (key_name(document, name, held.scope), role), held


def key_name(document: Document, name: str, scope: Scope) -> str:
    """The name of an item with the scope that its key bears, where items of this name are told apart by it."""
    scope = Scope.FISCAL if scope is Scope.GENERAL and not document.once(named_funds) else scope
    scoped = name in SCOPED or name.startswith("类:") or (name == _GRANT and scope is Scope.GENERAL)
    return f"{name}{scope.value}" if scoped and scope is not Scope.FUND else name


def scope_of(document: Document, fact: Fact) -> Scope:
    """The scope that its sentence and the headings above give an amount of the text."""
    return scope_in(_headings(fact.block.path, document.identity.kind), fact.sentence_before)


def _of_text(document: Document, *, plan: bool) -> Iterator[Held]:
    projects = document.once(project_names)
    wholes = {
        (part.block.where, part.quantity.start): each.total for each in document.once(sums) for _, part in each.parts
    }
    under = spending_above(document)
    year = year_of(document)
    for text in document.once(texts_of):
        said, bare = text.sentence, unspaced(text.sentence)
        named = [name for name in projects if name in bare]
        where = _headings(text.facts[0].block.path, document.identity.kind)
        if _FRAGMENT.match(said):
            continue
        roles = {0: Role.STATED}
        carried: Stated | None = None
        for fact in text.facts:
            role = _role_here(roles, text, fact)
            whole = wholes.get((fact.block.where, fact.quantity.start)) or _listed_under(text, fact)
            total = whole.role if whole is not None else Role.STATED
            stated = _of_the_same(fact, carried) or in_text(
                _in_role(fact, total if total in _PROJECT_ROLES else role), plan=plan
            )
            carried = stated if stated is not None else None if fact.quantity.is_money else carried
            if stated is not None and (_against_heading(fact) or _is_of_subject(stated, whole)):
                continue
            if stated is not None:
                scope = _spending(whole.lead if whole is not None else "") or under.get(fact.block.where, "")
                if stated.key[0] in _ECONOMIC and scope == "项目支出":
                    stated = replace(stated, key=(f"{stated.key[0]}（{scope}）", stated.key[1]))
                stated = replace(stated, fact=fact)
                found = scope_of(document, fact)
                if found is not Scope.FUND or stated.key[0] not in SCOPED:
                    yield Held(stated, found, other_year=of_another_year(fact, year))
            elif len(named) == 1 and fact.quantity.is_money and fact.role in _PROJECT_ROLES:
                yield Held(
                    Stated((f"项目:{named[0]}", fact.role.value), fact, in_table=False, lexical=False), Scope.ALL
                )
            elif fact.quantity.is_money and fact.role in {Role.STATED, Role.EXECUTED}:
                yield from _class_in_text(fact, where, plan=plan)


def _is_of_subject(stated: Stated, whole: Fact | None) -> bool:
    """True for the part of a subject's total and not of the document's own."""
    return stated.key[0] in _OF_SUBJECTS and whole is not None and not is_whole(whole)


def _against_heading(fact: Fact) -> bool:
    """True for what is called an account under a heading of the budget: which of both words is wrong nobody says."""
    above = "".join(fact.block.path[-1:])
    return fact.role is Role.EXECUTED and bool(_OF_BUDGET.search(above)) and not _OF_ACCOUNT.search(above)


def _role_here(roles: dict[int, Role], text: TextFacts, fact: Fact) -> Role:
    """The role that the words give last, kept apart for each bracket: what a bracket says does not outlast it."""
    opened = text.bracket(fact)
    if fact.role in _PROJECT_ROLES and text.text[fact.quantity.end :].lstrip()[:1] != "的":
        roles[opened] = fact.role
    return roles.get(opened, roles[0])


def _headings(path: tuple[str, ...], kind: DocumentKind) -> str:
    """The headings that say whether only appropriations are meant: all those above, where chapters part the scopes."""
    return "".join(path if kind in {DocumentKind.ACCOUNT, DocumentKind.DEPARTMENT} else path[-1:])


def year_of(document: Document) -> str:
    """The year that the document is about: that of its title, else the first that its text names."""
    if document.identity.year is not None:
        return str(document.identity.year)
    named = (match[0] for block in paragraphs(document.reading) if (match := _YEAR.search(flat(block.text))))
    return next(named, "")


def of_another_year(fact: Fact, year: str) -> bool:
    """True where the last year named before an amount, in its sentence or in the headings above, is not the document's.

    2013 年三公经费 70 亿元; 二、2024 年执行情况 in a budget of 2025.
    """
    before = (*fact.block.path, fact.sentence_before)
    named = [found for words in before for found in _YEAR.findall(unspaced(words))]
    return bool(named and year) and named[-1] != year


def _of_the_same(fact: Fact, carried: Stated | None) -> Stated | None:
    """三公经费支出预算为 9 万元，支出决算为 8 万元: the second amount is of the item of the first."""
    if carried is None or carried.key[1] not in {Role.BUDGET.value, Role.ADJUSTED.value} or not fact.quantity.is_money:
        return None
    if carried.key[0].endswith("）") or not _BARE_ACCOUNT.match(fact.lead):
        return None
    return Stated((carried.key[0], Role.EXECUTED.value), fact, in_table=False, lexical=True)


def _listed_under(text: TextFacts, fact: Fact) -> Fact | None:
    """The amount right before the 其中 that a fact of this sentence stands behind, where no sum was read."""
    mark = text.text.rfind("其中", text.facts[0].sentence[0], fact.quantity.start)
    before = [each for each in text.top if each.quantity.end <= mark]
    money = [each for each in before if each.family == fact.family and each.role not in {Role.CHANGE, Role.SHARE}]
    return money[-1] if money else None


def is_whole(total: Fact) -> bool:
    """True where a total is the document's own and not a subject's: 本年支出, but not 初中教育支出."""
    words = re.sub(r"(?:决算|预算|执行)?数?(?:为|是|共计|合计|共)*$", "", flat(total.lead))
    return canonical(words) is not None or len(_GENERAL.sub("", words)) < _TELLING


def spending_above(document: Document) -> dict[str, str]:
    """基本支出 or 项目支出 by place, for paragraphs under a title, or behind a 其中：, that names one of them."""
    found: dict[str, str] = {}
    opened = ""
    for block in paragraphs(document.reading):
        own = _spending("".join(block.path[-1:]))
        opened = "" if block.kind is BlockKind.HEADING else opened
        opened = _spending(named[0]) if (named := _NUMBERED_CLASS.match(block.text)) else opened
        found[block.where] = own or opened
        if _OPENS_LIST.search(block.text):
            opened = _spending(block.text) or opened
    return found


def _spending(words: str) -> str:
    """The one of both that the words name, "" where they name none or both."""
    named = set(_SPENDING.findall(words))
    return named.pop() if len(named) == 1 else ""


def _in_role(fact: Fact, role: Role) -> Fact:
    """A part that says no role of its own has the role of the total before it: 预算数为 9 万元，其中接待费 1 万元."""
    return replace(fact, role=role) if fact.role is Role.STATED is not role else fact


def _class_in_text(fact: Fact, where: str, *, plan: bool) -> Iterator[Held]:
    match = _CLASS_TEXT.search(
        flat(fact.block.text)[max(0, fact.quantity.start - 24) : fact.quantity.start].replace(" ", "")
    )
    if match and "(类)" in match[0]:
        key = (f"类:{match[1]}", role_key(Role.STATED, plan=plan))
        yield Held(Stated(key, fact, in_table=False, lexical=False), scope_in(where, ""))


def project_names(document: Document) -> Iterator[str]:
    """The projects by the tables that list them or are about one."""
    names = [(sheet.notes or {}).get("项目名称", "") for sheet in document.sheets]
    for sheet in document.sheets:
        if sheet.column("年初预算|全年预算") is not None and sheet.column("执行数|实际支出|决算数") is not None:
            names += [
                row.name for row in sheet.rows if not row.is_total and not row.is_part and not canonical(row.name)
            ]
    clean = (unspaced(name) for name in names)
    yield from sorted({name for name in clean if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME}, key=len, reverse=True)


def _of_sheets(document: Document, *, plan: bool) -> Iterator[Held]:
    projects = set(document.once(project_names))
    for sheet in document.sheets:
        own = unspaced((sheet.notes or {}).get("项目名称", ""))
        for row in sheet.rows:
            for column in sheet.columns:
                fact = row.cells.get(column.index)
                if fact is None:
                    continue
                scope = scope_of_cell(sheet.title, column.head, row.label)
                held = _of_cell(sheet, (row, column, fact), (projects, own), plan=plan)
                if held is not None and scope is not Scope.FUND:
                    yield replace(held, scope=scope, sheet=sheet)


def _of_cell(
    sheet: Sheet, cell: tuple[SheetRow, Column, Fact], known: tuple[set[str], str], *, plan: bool
) -> Held | None:
    row, column, fact = cell
    projects, own = known
    role = next((role for role, words in _ROLE_COLUMN if words.search(column.head)), None)
    project = row.name if row.name in projects else own if own and row.is_total and "资金" in row.label else ""
    if project and role is not None and fact.quantity.is_money:
        return Held(Stated((f"项目:{project}", role.value), fact, in_table=True, lexical=False), Scope.ALL)
    stated = None if own else in_sheet(sheet, row, column, fact, plan=plan)
    if stated is not None:
        return Held(stated, Scope.ALL)
    classed = _CLASS.match(row.name) and (
        len(row.code) == _CLASS_DIGITS or (not row.code and row.number.endswith("、"))
    )
    whole = len(sheet.columns) == 1 or _WHOLE_COLUMN.search(column.path[-1] if column.path else "")
    income = "支出" not in sheet.title and _INCOME.search(sheet.title)
    if classed and whole and not income and fact.quantity.is_money and not row.code.startswith(("30", "31")):
        return Held(
            Stated((f"类:{row.name}", role_key(Role.STATED, plan=plan)), fact, in_table=True, lexical=False),
            Scope.ALL,
        )
    return None
