"""说控制在预算内就没有超支: the words 均控制在预算内 beside an item that was spent above its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact, Role
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.core.finding import Conflict
from yunguan.core.reading import Block

_KEPT = re.compile(
    r"(?:均|全部|各项|各(?:子)?项目|严格)[^。；;，,\d]{0,16}控制在(?:年初|批复|核定)?(?:的)?(?:预算|批复|额度|概算)[^。；;，,\d]{0,6}(?:内|以内|之内)"
    r"|(?:没有|未|无|不存在)(?:发生|出现)?(?:任何)?(?:项目)?(?:超预算|超支|超概算)"
)
_SPENT, _BUDGET = r"执行数?|支出数?|决算|实际", r"预算|计划|批复"
_OVER = re.compile(r"率|比|增减|结余|分值|得分|目标")
_AT_FIRST = re.compile(r"年初")
_NOT_SAID = re.compile(r"确保|要求|应|须|力争|力求|严禁|防止|避免|杜绝|是否|有$")
_SCOPE = re.compile(r"三公|接待|用车|公车|出国|会议|培训|公用|运行|办公|采购|人员")
_RUNNING_COSTS = re.compile(r"人员|工资|基本支出|公用|三公|接待|用车")
_THREE = ("接待", "用车", "出国")
_CHANGED = re.compile(r"追加|增加|调整|调剂|上年结转|大于")
_CUT = re.compile(r"[。；;]")


@rule(
    "说控制在预算内就没有超支",
    why="说各项支出都控制在预算（批复额度）内，就不应有哪一项的支出大于它的预算。",
    compares="“均控制在预算内”“没有超预算”一类的说法，与表中同一行、正文同一句的预算数和支出数。",
    silent="没有这类说法的，不核对；只说“三公”经费、项目支出等一项的，只核对那一项；年初预算、写了追加或调整的，不核对；只有一项的，由“数量不超过上限”核对。",
    caught=(
        "各子项目支出严格控制在批复额度内。\n\n| 子项目 | 预算数（万元） | 执行数（万元） |\n| 购书 | 40.00 | 38.00 |\n"
        "| 数据库 | 60.00 | 63.50 |\n"
    ),
    passed=(
        "各子项目支出严格控制在批复额度内。\n\n| 子项目 | 预算数（万元） | 执行数（万元） |\n| 购书 | 40.00 | 38.00 |\n"
        "| 数据库 | 63.50 | 60.00 |\n"
    ),
    remedy="核对超支的一项，改正数额，或者改写说法并说明超支的原因。",
)
def kept_within_budget(document: Document) -> Iterator[Verdict]:
    """Where everything is said to have been kept within its budget, no item was spent above it."""
    said = next(_said(document), None)
    if said is None:
        return
    block, match = said
    meant = _meant(block, match)
    of_projects = re.search(r"项目(?:支出|经费|资金|超)", _before(block, match) + match[0])
    for spent, budget, name in (*_rows(document), *_sentences(document)):
        if (meant and not any(word in name for word in meant)) or (of_projects and _RUNNING_COSTS.search(name)):
            continue
        if spent.value > budget.value > 0 and not (spent.quantity.approximate or budget.quantity.approximate):
            place = around(block, *match.span())
            message = (
                f"“{match[0]}”，而“{name}”支出{spent.quantity.text}大于预算{budget.quantity.text}；"
                "只有这一项另有追加时才能同时成立，文中没有写明，请核对或写明。"
            )
            found = finding(Conflict, (spent, budget), message, stated=spent.quantity.text)
            yield Conflict(
                message=found.message, places=(place, *found.places), operands=found.operands, stated=found.stated
            )


def _said(document: Document) -> Iterator[tuple[Block, re.Match[str]]]:
    for block in paragraphs(document.reading):
        for match in _KEPT.finditer(flat(block.text)):
            if not _NOT_SAID.search(_before(block, match)):
                yield block, match


def _before(block: Block, match: re.Match[str]) -> str:
    """The words of the clause that lead to what is said."""
    return _CUT.split(block.text[: match.start()])[-1]


def _meant(block: Block, match: re.Match[str]) -> set[str]:
    """The items that alone are said to have been kept, none where all are: “三公”经费严格控制在预算内."""
    words = set(_SCOPE.findall(_before(block, match) + match[0]))
    return words | set(_THREE) if "三公" in words else words


def _rows(document: Document) -> Iterator[tuple[Fact, Fact, str]]:
    for sheet in document.sheets:
        spent, budget = (
            sheet.column(_SPENT, _OVER.pattern),
            sheet.column(_BUDGET, f"{_OVER.pattern}|{_AT_FIRST.pattern}"),
        )
        for row in sheet.rows if spent is not None and budget is not None and spent is not budget else ():
            cells = [row.cells.get(column.index) for column in (spent, budget) if column is not None]
            if cells[0] is not None and cells[1] is not None and cells[0].family == cells[1].family == "元":
                yield cells[0], cells[1], row.name


def _sentences(document: Document) -> Iterator[tuple[Fact, Fact, str]]:
    """An item told with its budget and what was spent: 检修预算 39 万元，支出 40 万元."""
    for text in document.once(texts_of):
        for budget, spent in zip(text.top, text.top[1:], strict=False):
            adjoin = re.fullmatch(
                r"[，,、（(]?[^，,。；;\d]{0,12}", text.text[budget.quantity.end : spent.quantity.start]
            )
            pair = budget.role is Role.BUDGET and spent.role in {Role.EXECUTED, Role.STATED}
            pair = pair and not _AT_FIRST.search(budget.lead) and not _CHANGED.search(budget.block.text)
            if (
                pair
                and adjoin
                and re.search("支出|执行|决算|实际", spent.lead)
                and budget.family == spent.family == "元"
            ):
                yield spent, budget, re.sub("预算.*$", "", budget.lead) or budget.lead
