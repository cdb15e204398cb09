"""Tables beside the usual ones: income by columns, years side by side, quarters with a subtotal, numbered rows."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bench.audit.corpus.accounts import Accounts
from bench.audit.corpus.draft import Draft, text_cells
from bench.audit.corpus.model import Cell, Ref, Row


def income(draft: Draft, books: Accounts) -> None:
    """收入表: one row of totals, the sources in columns, every second one empty."""
    whole, fiscal = draft.money(books.income, "income"), draft.money(books.fiscal, "fiscal")
    business, other = draft.money(books.business, "business"), draft.money(books.other, "other")
    draft.relate("sum", whole, fiscal, business, other)
    head = [
        text_cells(
            "项目",
            "本年收入合计",
            "财政拨款收入",
            "上级补助收入",
            "事业收入",
            "经营收入",
            "附属单位上缴收入",
            "其他收入",
        ),
    ]
    cells = (whole, fiscal, None, business, None, None, other)
    body = [(*text_cells("合计"), *(draft.cell(ref) if ref else Cell(()) for ref in cells))]
    draft.table("收入情况表", head, body)


def years(draft: Draft, books: Accounts) -> None:
    """This year beside last year, the change and its rate."""
    head = [text_cells("项目", "本年数", "上年数", "增减额", "增减比例（%）")]
    body: list[Row] = []
    for name, now, before, key in (
        ("总收入", books.income, books.prior_income, "income"),
        ("总支出", books.spending, books.prior_spending, "spending"),
    ):
        a, b = draft.money(now, key), draft.money(before, f"{key}.before")
        gap = draft.num(Decimal(now - before).scaleb(-2), draft.money_unit, "", 2)
        rate = draft.num((Decimal(now - before) / before * 100).quantize(Decimal("0.01")), "", "", 2)
        draft.relate("sum", gap, a, minus=(b,))
        body.append((*text_cells(name), *(draft.cell(ref) for ref in (a, b, gap, rate))))
    draft.table("收支对比情况表", head, body)


def quarters(draft: Draft, books: Accounts) -> None:
    """Spending by quarters, a subtotal in the middle and the total at the end."""
    amounts = draft.dice.split(books.spending, 4)
    refs = [draft.money(amount, "") for amount in amounts]
    half, rest = draft.money(sum(amounts[:2]), ""), draft.money(sum(amounts[2:]), "")
    whole = draft.money(books.spending, "spending")
    draft.relate("sum", half, *refs[:2])
    draft.relate("sum", rest, *refs[2:])
    draft.relate("sum", whole, half, rest)
    rows: list[tuple[str, Ref]] = [
        ("一季度", refs[0]), ("二季度", refs[1]), ("上半年小计", half),
        ("三季度", refs[2]), ("四季度", refs[3]), ("下半年小计", rest), ("全年合计", whole),
    ]  # fmt: skip
    body = [(*text_cells(name), draft.cell(ref)) for name, ref in rows]
    draft.table("支出进度表", [text_cells("时段", "支出金额")], body)


def numbered(draft: Draft, books: Accounts) -> None:
    """Projects with a number column, a count column and amounts."""
    head = [text_cells("序号", "项目名称", "任务数量", "安排资金", "支付资金", "结余")]
    body: list[Row] = []
    columns: tuple[list[Ref], list[Ref], list[Ref]] = ([], [], [])
    for index, spent in enumerate(books.projects, start=1):
        key = f"project.{spent.project.name}"
        placed, paid = draft.money(spent.adjusted, f"{key}.adjusted"), draft.money(spent.executed, f"{key}.executed")
        left = draft.money(spent.adjusted - spent.executed, "")
        draft.relate("sum", left, placed, minus=(paid,))
        for column, ref in zip(columns, (placed, paid, left), strict=True):
            column.append(ref)
        cells = (draft.cell(ref) for ref in (placed, paid, left))
        body.append((*text_cells(str(index), spent.project.name, str(draft.dice.between(2, 60))), *cells))
    sums = [sum(s.adjusted for s in books.projects), books.project_spending]
    totals = [
        draft.money(sums[0], "project.adjusted"), draft.money(sums[1], "project"), draft.money(sums[0] - sums[1], ""),
    ]  # fmt: skip
    for ref, column in zip(totals, columns, strict=True):
        draft.relate("sum", ref, *column)
    body.append((*text_cells("", "合计", ""), *(draft.cell(ref) for ref in totals)))
    draft.table("项目资金明细表", head, body)


ALL: tuple[Callable[[Draft, Accounts], None], ...] = (income, years, quarters, numbered)


def some(draft: Draft, books: Accounts, count: int) -> None:
    """So many of them."""
    for table in draft.dice.sample(ALL, count):
        table(draft, books)
