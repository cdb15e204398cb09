"""表内各栏关系逐行一致: what most rows of a table show of three columns, against the rows that do not follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, percent, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.prose import paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.rules.table_changes import table_changes
from yunguan.audit.rules.table_rates import table_rates
from yunguan.audit.rules.table_totals import table_totals
from yunguan.audit.tables.cell import is_blank, is_number
from yunguan.audit.tables.relations import Fit, Kind, Shown, Triple, otherwise, shown_by
from yunguan.audit.tables.sheet import Sheet, SheetRow
from yunguan.core.finding import Conflict, Finding, Spot

_NOTE = re.compile(r"\s*[（(]?(?:备?注|说明|\*|※)")
_MARKED = re.compile(r"[*＊※①-⑩]|注\d|[（(]注")
_MOST_OF_A_PAIR = 2


@rule(
    "表内各栏关系逐行一致",
    why="同一张表里，一栏由另外两栏算出的，各行应当是同一种算法；多数行成立而个别行不成立，多半是那一行有一个数写错。",
    compares="一栏比率与另两栏之比，一栏数与另两栏之和、差或积；至少三行、并且四分之三的行都成立的，才算表里自己显示的关系。",
    silent=(
        "个位数、零和各行都相同的数不作依据；得分各栏、平均数、增减和有备注的行，加上或换成同行另一个数就成立的行，以及其他规则已经"
        "核对过的数，不再核对。"
    ),
    caught=(
        "各乡镇资金使用情况表\n单位：万元\n\n| 乡镇 | 下达资金 | 支出资金 | 支出进度 |\n"
        "| 大坪镇 | 420.00 | 398.16 | 94.80% |\n"
        "| 龙潭镇 | 365.00 | 346.75 | 95.00% |\n| 双河乡 | 280.00 | 252.00 | 95.00% |\n"
        "| 石门乡 | 195.00 | 183.30 | 94.00% |"
    ),
    passed=(
        "各乡镇资金使用情况表\n单位：万元\n\n| 乡镇 | 下达资金 | 支出资金 | 支出进度 |\n"
        "| 大坪镇 | 420.00 | 398.16 | 94.80% |\n"
        "| 龙潭镇 | 365.00 | 346.75 | 95.00% |\n| 双河乡 | 280.00 | 252.00 | 90.00% |\n"
        "| 石门乡 | 195.00 | 183.30 | 94.00% |"
    ),
    remedy="按其余各行的算法核对这一行的三个数，改正写错的一个；这一行算法不同的，在表下注明。",
)
def column_relations(document: Document) -> Iterator[Verdict]:
    """Where most rows of a table show how one column follows from two others, the other rows must follow it too.

    What rules on rates, changes and totals say of the same numbers is not told again.
    """
    told = [{operand.spot for operand in each.operands} for each in document.once(_judged_before)]
    faults = [{o.spot for o in each.operands} for each in document.once(_judged_before) if isinstance(each, Finding)]
    for sheet in document.sheets:
        used: set[Spot] = set()
        for shown in shown_by(sheet):
            held = shown.having(Fit.HOLDS)
            yield from (relation(triple) for _, triple in held if not any(_spots(triple) <= each for each in told))
            for row, triple in shown.having(Fit.FAILS):
                spots = _spots(triple)
                known = any(_is_known(row, spots & fault) for fault in faults) or any(spots <= each for each in told)
                if not (known or spots & used or _explained(document, sheet, shown, row, triple)):
                    used |= spots
                    yield _conflict(shown, row, triple)


def _judged_before(document: Document) -> Iterator[Verdict]:
    for each in (table_rates, table_changes, table_totals):
        yield from each.verdicts(document)


def _spots(triple: Triple) -> set[Spot]:
    return {fact.spot for fact in triple}


def _is_known(row: SheetRow, shared: set[Spot]) -> bool:
    """True where a finding of another rule has two of the three numbers, or one of a total row."""
    return len(shared) >= (1 if row.is_total else _MOST_OF_A_PAIR)


def _explained(document: Document, sheet: Sheet, shown: Shown, row: SheetRow, triple: Triple) -> bool:
    if row.is_total and (len(shown.having(Fit.FAILS)) > 1 or _is_mean(shown, triple[0])):
        return True
    return otherwise(shown, row, triple) or _is_noted(document, sheet, row)


def _is_mean(shown: Shown, rate: Fact) -> bool:
    """True for a total row whose rate is the mean of the rates above it."""
    rates = [triple[0].value for row, triple, _ in shown.rows if not row.is_total]
    return shown.form.kind is Kind.RATE and abs(sum(rates, Decimal(0)) / len(rates) - rate.value) <= rate.step


def _is_noted(document: Document, sheet: Sheet, row: SheetRow) -> bool:
    """True where the row has a mark, or a remark that most rows do not have, or a note of the text names it."""
    remarked = [each for each in sheet.rows if _remarks(each)]
    if _MARKED.search(row.quote) or (row in remarked and len(remarked) * 2 <= len(sheet.rows)):
        return True
    return bool(row.name) and any(
        _NOTE.match(block.text) and row.name in block.text for block in paragraphs(document.reading)
    )


def _remarks(row: SheetRow) -> list[str]:
    """The words of a row that are neither its names nor numbers."""
    named = row.label + row.group
    return [text for text in row.quote.split() if text not in named and not is_number(text) and not is_blank(text)]


def _conflict(shown: Shown, row: SheetRow, triple: Triple) -> Verdict:
    given, one, other = triple
    value = shown.form.value(one.value, other.value)
    due = percent(value) if shown.form.kind is Kind.RATE else printed(value / given.quantity.factor)
    names = [column.head for column in shown.columns]
    said = shown.form.words.format(f"“{names[1]}”{one.quantity.text}", f"“{names[2]}”{other.quantity.text}")
    count = len(shown.having(Fit.HOLDS))
    every = "都" if count + 1 == len(shown.rows) else ""
    message = (
        f"“{row.label or row.quote}”一行的“{names[0]}”写的是{given.quantity.text}，而{said}＝{due}；"
        f"其余{count}行{every}成立，这一行不成立，只有这一行算法不同时才能同时成立，文中没有写明，请核对。"
    )
    return finding(Conflict, triple, message, expected=due, stated=given.quantity.text)
