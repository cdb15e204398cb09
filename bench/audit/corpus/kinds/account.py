"""部门决算说明 and 部门预算说明: the usual parts, tables and explanations."""

from __future__ import annotations

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.draft import Draft
from bench.audit.corpus.kinds import common
from bench.audit.corpus.statements import disclosure, money, side_tables, tables, work
from bench.audit.corpus.trade import Trade

_TERMS = (
    "财政拨款收入：指单位本年度从同级财政部门取得的财政拨款。",
    "基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
    "项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
    "“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费、公务接待费。",
)

_OF_ACTUALS = (
    disclosure.kinds_of_three, disclosure.visits, disclosure.covered, disclosure.of_first_budget, disclosure.quarters,
)  # fmt: skip


def write_final(draft: Draft, trade: Trade, books: Accounts) -> None:
    """部门决算: profile, tables, explanation, terms; some places print the explanation first."""
    draft.para(f"{trade.name}", "title")
    draft.para(f"{books.year}年度部门决算", "title")
    draft.page()
    _profile(draft, trade, books)
    first, second = (_tables, _explain) if draft.dice.chance(0.6) else (_explain, _tables)
    first(draft, trade, books)
    second(draft, trade, books)
    draft.chapter("名词解释")
    for term in _TERMS:
        draft.para(term)


def write_plan(draft: Draft, trade: Trade, books: Accounts) -> None:
    """部门预算: profile, explanation, tables."""
    draft.para(f"{books.year}年{trade.name}部门预算说明", "title")
    draft.page()
    _profile(draft, trade, books)
    draft.chapter("部门预算情况说明")
    draft.part("收支预算总体情况")
    money.balance(draft, books)
    money.income_sources(draft, books)
    money.growing(draft, books.year, "收入预算", "income", books.income, books.prior_income)
    draft.part("支出预算情况")
    money.splitting(draft, books)
    draft.part("“三公”经费预算情况")
    _three_plan(draft, books)
    draft.part("其他事项")
    money.procurement(draft, books)
    disclosure.some(draft, books, 2, apart=_OF_ACTUALS)
    common.misleading(draft)
    draft.chapter("部门预算表")
    tables.overall(draft, books, tables.PLAN)
    tables.functional(draft, books, tables.PLAN, total_first=draft.dice.chance(0.5))
    tables.economic(draft, books, tables.PLAN)
    tables.three(draft, books, plan=True)
    draft.chapter("名词解释")
    for term in _TERMS:
        draft.para(term)


def _profile(draft: Draft, trade: Trade, books: Accounts) -> None:
    draft.chapter("部门概况")
    draft.part("主要职能")
    common.duties(draft, trade)
    draft.part("机构设置及人员情况")
    common.identity(draft, trade)
    work.staffing(draft, books)


def _tables(draft: Draft, trade: Trade, books: Accounts) -> None:
    draft.page()
    draft.chapter(f"{books.year}年度部门决算表")
    tables.overall(draft, books, tables.FINAL)
    tables.functional(draft, books, tables.FINAL, total_first=draft.dice.chance(0.5))
    tables.economic(draft, books, tables.FINAL)
    tables.three(draft, books, plan=False)
    side_tables.some(draft, books, draft.dice.between(0, 2))
    for name in ("政府性基金预算财政拨款", "国有资本经营预算财政拨款"):
        tables.empty(
            draft, f"{name}收入支出决算表", f"说明：{trade.name}{books.year}年度没有{name}收入和支出，故本表无数据。"
        )


def _explain(draft: Draft, trade: Trade, books: Accounts) -> None:
    draft.page()
    draft.chapter(f"{books.year}年度部门决算情况说明")
    draft.part("收入支出决算总体情况说明")
    money.balance(draft, books)
    money.growing(draft, books.year, "收入", "income", books.income, books.prior_income)
    draft.part("收入决算情况说明")
    money.income_sources(draft, books)
    draft.part("支出决算情况说明")
    money.splitting(draft, books)
    money.growing(draft, books.year, "支出", "spending", books.spending, books.prior_spending)
    draft.part("基本支出决算情况说明")
    money.basic_spending(draft, books)
    draft.part("“三公”经费支出决算情况说明")
    money.three_costs(draft, books)
    draft.part("政府采购支出情况说明")
    money.procurement(draft, books)
    disclosure.kinds_of_three(draft, books)
    draft.part("其他重要事项的情况说明")
    disclosure.some(draft, books, 3, apart=(disclosure.kinds_of_three,))
    draft.part("预算绩效管理工作开展情况")
    for spent in books.projects[:2]:
        draft.para(money.project_line(draft, spent))
    work.ratio(draft, draft.dice.choice(trade.ratios))
    common.misleading(draft)


def _three_plan(draft: Draft, books: Accounts) -> None:
    amounts = books.three.budget
    parts = [
        draft.money(amount, f"three.plan.{name}")
        for amount, name in zip(amounts, ("abroad", "buy", "run", "host"), strict=True)
    ]
    whole, car = draft.money(sum(amounts), "three.budget"), draft.money(amounts[1] + amounts[2], "three.plan.car")
    draft.relate("sum", whole, parts[0], car, parts[3])
    draft.relate("sum", car, parts[1], parts[2])
    lead = draft.dice.choice(("安排“三公”经费", "“三公”经费预算数为"))
    draft.para(
        (
            lead,
            whole,
            "，其中：因公出国（境）费",
            parts[0],
            "，公务用车购置及运行维护费",
            car,
            "（含购置费",
            parts[1],
            "、运行维护费",
            parts[2],
            "），公务接待费",
            parts[3],
            "。",
        )
    )
