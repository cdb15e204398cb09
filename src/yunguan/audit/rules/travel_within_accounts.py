"""基本支出中的“三公”科目不超过“三公”决算: 30212, 30217, 30231 and 31013 against the table of 三公经费."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.finding import Contradiction

_CODES: Final = (
    ("30212", "因公出国（境）费", re.compile(r"出国")),
    ("30217", "公务接待费", re.compile(r"公务接待|接待费")),
    ("30231", "公务用车运行维护费", re.compile(r"用车运行|运行维护|运行费")),
    ("31013", "公务用车购置费", re.compile(r"用车购置(?!及|和|、)|购置费")),
)
_BASIC = re.compile(r"一般公共预算.*基本支出.*(?:明细|经济|决算)")
_TRAVEL = re.compile(r"三公")
_DONE, _NOT_DONE = re.compile(r"决算"), re.compile(r"^(?:预算|上年)|小计")


@rule(
    "基本支出的“三公”科目不超过“三公”决算",
    why="“三公”经费决算含基本支出和项目支出，基本支出里的同名科目（30212、30217、30231、31013）不会比它大。",
    compares="一般公共预算财政拨款基本支出决算表的四个科目与财政拨款“三公”经费支出决算表的决算数，逐项核对。",
    silent="缺其中一张表，或表名、栏目认不出时，不核对；项目支出也列支“三公”，所以小于不算错。",
    caught=(
        "某中心2023年度部门决算\n一般公共预算财政拨款基本支出决算明细表\n单位：万元\n| 科目编码 | 科目名称 | 决算数 |\n"
        "| 302 | 商品和服务支出 | 20.00 |\n| 30201 | 办公费 | 17.00 |\n| 30217 | 公务接待费 | 3.00 |\n"
        "\n财政拨款“三公”经费支出决算表\n单位：万元\n| 项目 | 合计 | 因公出国（境）费 | 公务接待费 |\n"
        "| 决算数 | 2.00 | 0.00 | 2.00 |\n"
    ),
    passed=(
        "某中心2023年度部门决算\n一般公共预算财政拨款基本支出决算明细表\n单位：万元\n| 科目编码 | 科目名称 | 决算数 |\n"
        "| 302 | 商品和服务支出 | 18.50 |\n| 30201 | 办公费 | 17.00 |\n| 30217 | 公务接待费 | 1.50 |\n"
        "\n财政拨款“三公”经费支出决算表\n单位：万元\n| 项目 | 合计 | 因公出国（境）费 | 公务接待费 |\n"
        "| 决算数 | 2.00 | 0.00 | 2.00 |\n"
    ),
    remedy="核对两张表，改正其中写错的数。",
)
def travel_within_accounts(document: Document) -> Iterator[Verdict]:
    """An item of 三公经费 in basic expenditure is a part of what the table of 三公经费 says was spent on it."""
    basic = [sheet for sheet in document.sheets if _BASIC.search(sheet.title)]
    travel = [sheet for sheet in document.sheets if _TRAVEL.search(sheet.title) and "决算" in sheet.title]
    for code, name, words in _CODES:
        parts = [row for sheet in basic for row in sheet.rows if row.code == code]
        whole = next((fact for sheet in travel if (fact := _spent(sheet, words)) is not None), None)
        part = next((fact for row in parts for fact in list(row.cells.values())[:1]), None)
        if part is not None and whole is not None and part.value:
            yield _judged(name, part, whole)


def _spent(sheet: Sheet, words: re.Pattern[str]) -> Fact | None:
    """The executed amount of an item: in a column under 决算数, or in the row 决算数."""
    for column in sheet.columns:
        last = column.path[-1] if column.path else ""
        if not words.search(last):
            continue
        for row, fact in sheet.pairs(column):
            if _DONE.search(row.label or (column.path[0] if column.path else "")) and fact.quantity.is_money:
                return fact
    done = next((c for c in sheet.columns if _DONE.search(c.head) and not _NOT_DONE.search(c.head)), None)
    rows = [row for row in sheet.rows if words.search(row.name) and not re.search(r"购置(?:及|和|、).*运行", row.name)]
    return rows[0].cells.get(done.index) if done is not None and len(rows) == 1 else None


def _judged(name: str, part: Fact, whole: Fact) -> Verdict:
    if part.value <= whole.value + max(part.step, whole.step):
        return relation((part, whole))
    over = f"{printed((part.value - whole.value) / part.quantity.factor)}{part.quantity.unit}"
    message = (
        f"基本支出中的{name}是{part.quantity.text}，“三公”经费决算表中的{name}只有{whole.quantity.text}，"
        f"部分大于总数{over}；{CANNOT}。"
    )
    limit = f"不超过{whole.quantity.text}"
    return finding(Contradiction, (part, whole), message, expected=limit, stated=part.quantity.text, difference=over)
