"""部门整体支出绩效自评报告."""

from __future__ import annotations

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.kinds import common
from bench.audit.corpus.statements import disclosure, money, scores, side_tables, tables, work
from bench.audit.corpus.trade import Trade

TITLE = "部门整体支出绩效自评报告"


def write(draft: Draft, trade: Trade, books: Accounts) -> None:
    """The ten chapters of the outline and the tables behind them."""
    common.cover(draft, TITLE, trade, books.year)
    draft.page()
    draft.chapter("部门、单位基本情况")
    common.identity(draft, trade)
    work.staffing(draft, books)
    common.duties(draft, trade)
    _money(draft, books)
    disclosure.some(draft, books, 3)
    for title, name in (
        ("政府性基金预算支出情况", "政府性基金预算"),
        ("国有资本经营预算支出情况", "国有资本经营预算"),
        ("社会保险基金预算支出情况", "社会保险基金预算"),
    ):
        draft.chapter(title)
        draft.para(draft.dice.choice((f"本单位没有{name}支出。", f"{books.year}年度我单位未安排{name}支出。")))
    draft.chapter("部门整体支出绩效情况")
    common.work_of_year(draft, trade, books.year)
    common.misleading(draft)
    common.problems(draft, trade, "存在的问题及原因分析", "下一步改进措施")
    draft.chapter("部门整体支出绩效自评结果应用和公开情况")
    draft.para("自评结果作为编制下一年度预算和调整支出结构的依据，随部门决算一并在门户网站公开，接受社会监督。")
    draft.chapter("其他需要说明的情况")
    common.closing(draft, books)
    _attachments(draft, trade, books)


def _money(draft: Draft, books: Accounts) -> None:
    draft.chapter("一般公共预算支出情况")
    money.splitting(draft, books)
    draft.part("基本支出情况")
    money.basic_spending(draft, books)
    money.three_costs(draft, books)
    draft.part("项目支出情况")
    for spent in books.projects:
        draft.para(money.project_line(draft, spent))
    if draft.dice.chance(0.6):
        money.growing(draft, books.year, "支出总额", "spending", books.spending, books.prior_spending)
    if draft.dice.chance(0.5):
        money.balance(draft, books)
    if draft.dice.chance(0.5):
        money.procurement(draft, books)


def _attachments(draft: Draft, trade: Trade, books: Accounts) -> None:
    draft.page()
    draft.para("附件：", "note")
    tables.staff_table(draft, books)
    tables.projects(draft, books)
    side_tables.some(draft, books, draft.dice.between(0, 1))
    scores.self_evaluation(draft, books.projects[0], trade.name, trade.parent)
