"""单位名称、年度和金额单位前后一致: one name, one year and one unit of money over all tables of an account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from yunguan.audit.identity import DocumentKind
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import Held, statements
from yunguan.core.finding import Conflict, Hint, Relation

_NAME = re.compile(
    r"^(?:公开部门|编制部门|编制单位|编报单位|填报单位|填报部门|预算单位|预算部门|单位名称|部门名称|部门)"
    r"(?:[（(].{1,4}[)）])?[:：]\s*(?P<name>[\u4e00-\u9fff（）()]{4,40}?)(?:\s+(?:金额)?单位[:：].*)?$"
)
_TABLE = re.compile(r"^(?:附[表件]\d*[:：]?)?(?P<year>(?:19|20)\d{2})\s*年度?.{2,40}(?:决算|预算)(?:明细|总)?表$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*年)")
_FEWEST: Final = 2
_TABLES: Final = 3
_KINDS: Final = {DocumentKind.ACCOUNT, DocumentKind.PLAN}


@rule(
    "单位名称、年度、金额单位前后一致",
    why="一份决算或预算公开说的是一个单位、一个年度，各表用同一个金额单位；套用别处的表格容易留下别的名称和年度。",
    compares="各表“部门：”“编制单位：”后的名称，表名里的年度，各表的金额单位，以及写着上年的句子是否用了本年表中的数。",
    silent="名称只是简称或加了“本级”的不算不同；决算、预算公开以外的文件，以及只有一两张表的，不核对。",
    caught=(
        "某县测绘中心2023年度部门决算\n收入决算表\n部门：某县测绘中心\n| 项目 | 合计（万元） |\n| 合计 | 20.00 |\n"
        "支出决算表\n部门：某县测绘中心\n| 项目 | 合计（万元） |\n| 合计 | 20.00 |\n"
        "项目决算表\n部门：某县水利中心\n| 项目 | 合计（万元） |\n| 合计 | 8.00 |\n"
    ),
    passed=(
        "某县测绘中心2023年度部门决算\n收入决算表\n部门：某县测绘中心\n| 项目 | 合计（万元） |\n| 合计 | 20.00 |\n"
        "支出决算表\n部门：某县测绘中心\n| 项目 | 合计（万元） |\n| 合计 | 20.00 |\n"
        "项目决算表\n部门：某县测绘中心本级\n| 项目 | 合计（万元） |\n| 合计 | 8.00 |\n"
    ),
    remedy="把名称、年度或金额单位改成与其他各表一致。",
    of_known_kinds=True,
)
def one_unit_and_year(document: Document) -> Iterator[Verdict]:
    """All tables of an account bear one unit's name, one year and one unit of money, and this year's numbers say so."""
    if document.identity.kind not in _KINDS:
        return
    yield from _names(document)
    yield from _money(document)
    if document.identity.kind is DocumentKind.ACCOUNT and document.identity.year is not None:
        yield from _titles(document, document.identity.year)
        yield from _of_other_year(document, document.identity.year)


def _names(document: Document) -> Iterator[Verdict]:
    named = [
        (unspaced(match["name"]), block)
        for block in document.reading.blocks
        if (match := _NAME.match(block.text.strip()))
    ]
    counts = Counter(name for name, _ in named)
    if not counts:
        return
    usual, times = counts.most_common(1)[0]
    if times < _FEWEST:
        return
    for name, block in named:
        place = block.place(block.text)
        if name in usual or usual in name:
            yield Relation(places=(place,), operands=())
        elif counts[name] < times:
            message = f"这里的单位名称写的是“{name}”，其他{times}处是“{usual}”，请核对是否套用了别处的表格。"
            first = next(each for other, each in named if other == usual)
            yield Conflict(message=message, places=(place, first.place(first.text)))


def _money(document: Document) -> Iterator[Verdict]:
    units = {sheet.table: sheet for sheet in document.sheets if sheet.unit and sheet.facts}
    counts = Counter(sheet.unit for sheet in units.values())
    if not counts:
        return
    usual, times = counts.most_common(1)[0]
    odd = [sheet for sheet in units.values() if sheet.unit != usual]
    if times < _TABLES or len(odd) * 2 > times:
        return
    for sheet in odd:
        message = f"“{sheet.title}”的金额单位是“{sheet.unit}”，其他{times}张表是“{usual}”，请统一。"
        yield Hint(message=message, places=(sheet.facts[0].place,))


def _titles(document: Document, year: int) -> Iterator[Verdict]:
    titles = [(block, match) for block in paragraphs(document.reading) if (match := _TABLE.match(block.text.strip()))]
    own = [block for block, match in titles if int(match["year"]) == year]
    for block, match in titles:
        if int(match["year"]) == year - 1 and len(own) >= _FEWEST:
            message = f"表名写的是{match['year']}年度，其他{len(own)}张表是{year}年度，请核对年度。"
            yield Conflict(message=message, places=(block.place(block.text), own[0].place(own[0].text)))


def _of_other_year(document: Document, year: int) -> Iterator[Verdict]:
    """A sentence about last year whose amount is this year's in a table: the year was not changed."""
    tables: dict[tuple[str, str], list[Held]] = {}
    for key, held in document.once(statements):
        if held.sheet is not None:
            tables.setdefault(key, []).append(held)
    told: set[tuple[str, int]] = set()
    for key, held in document.once(statements):
        fact, at = held.fact, (held.fact.block.where, held.fact.sentence[0])
        if held.sheet is not None or at in told or not _opens_with(_before(held), year - 1):
            continue
        same = next((each.fact for each in tables.get(key, ()) if each.fact.value == fact.value and fact.value), None)
        if same is not None:
            told.add(at)
            message = (
                f"“{key[0]}”{fact.quantity.text}写作{year - 1}年的数，表中{year}年度的正是{same.quantity.text}；"
                "只有两年恰好相同时才能成立，请核对年度。"
            )
            yield Conflict(message=message, places=(fact.place, same.place), operands=(fact.operand, same.operand))


def _opens_with(words: str, year: int) -> bool:
    """True for 2022年度支出合计 …, with no other year and nothing that compares."""
    named = _YEAR.findall(words)
    return named == [str(year)] and words.strip().startswith(str(year)) and not re.search(r"比|较|上年", words)


def _before(held: Held) -> str:
    fact = held.fact
    return fact.block.text[fact.sentence[0] : fact.quantity.start]
