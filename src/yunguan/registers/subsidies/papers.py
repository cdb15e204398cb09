"""The papers of a divided pool as workbooks: the allocation plan, the list of vehicles, the notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from yunguan.core.area import load_areas
from yunguan.registers.importing.written import Page, new_workbook
from yunguan.registers.subsidies.running import current, shares_of
from yunguan.registers.subsidies.weights import PLACES

Paper = Callable[[Any, Path], None]
MONEY = "#,##0.00"


def allocation(plan: Any, path: Path) -> None:
    """分配方案: what each county and each recipient gets, with the pool as the sum."""
    shares = shares_of(current(plan))
    with new_workbook(path) as workbook:
        counties = _sums(shares, lambda share: (_area(share),))
        _table(Page(workbook, "按县市区"), ("县市区", "车辆数", "金额（元）"), counties, plan.amount)
        recipients = _sums(shares, lambda share: (share.claim.recipient.name, _area(share)))
        _table(Page(workbook, "按收款人"), ("收款人", "县市区", "车辆数", "金额（元）"), recipients, plan.amount)


def details(plan: Any, path: Path) -> None:
    """明细表: every vehicle with what was claimed, its weight and its amount."""
    heads = ("序号", "车牌号", "收款人", "县市区", "营运月数", "营运里程（公里）", "守法经营情况", "权重", "金额（元）")
    rows = [
        (
            number,
            share.claim.plate,
            share.claim.recipient.name,
            _area(share),
            share.claim.months,
            share.claim.mileage_km,
            share.claim.get_standing_display(),
            Decimal(share.weight).scaleb(-PLACES),
            share.amount,
        )
        for number, share in enumerate(shares_of(current(plan)), start=1)
    ]
    with new_workbook(path) as workbook:
        _table(Page(workbook, "分配明细表"), heads, rows, plan.amount)


def notice(plan: Any, path: Path) -> None:
    """公示: what is divided, by which document, from when to when, and what every vehicle gets."""
    shares = shares_of(current(plan))
    rows = [
        (number, share.claim.plate, share.claim.recipient.name, _area(share), share.amount)
        for number, share in enumerate(shares, start=1)
    ]
    with new_workbook(path) as workbook:
        page = Page(workbook, "公示说明")
        page.sheet.set_column(0, 0, 100)
        for row, words in enumerate(_notice_words(plan, len(shares))):
            page.text(row, 0, words, text_wrap=True)
        heads = ("序号", "车牌号", "收款人", "县市区", "金额（元）")
        _table(Page(workbook, "公示名单"), heads, rows, plan.amount)


PAPERS: dict[str, tuple[str, Paper]] = {
    "allocation": ("分配方案", allocation),
    "details": ("分配明细表", details),
    "notice": ("公示", notice),
}
"""Code of a paper → its name and who writes it."""


def _notice_words(plan: Any, vehicles: int) -> Iterable[str]:
    amount = Decimal(plan.amount).scaleb(-2)
    yield f"{plan.name}分配方案公示"
    yield f"依据{plan.source_doc_no}和{plan.formula.doc_no}，本次分配资金 {amount:,.2f} 元，涉及车辆 {vehicles} 辆。"
    if plan.notice_from and plan.notice_to:
        yield f"公示期自 {plan.notice_from:%Y年%m月%d日} 起至 {plan.notice_to:%Y年%m月%d日} 止。"
    yield "对名单有异议的，请在公示期内以书面形式提出：单位加盖公章，个人签名并留下联系方式。"


def _area(share: Any) -> str:
    return load_areas().name(share.area)


def _sums(shares: Sequence[Any], key: Callable[[Any], tuple[str, ...]]) -> list[tuple[Any, ...]]:
    """Vehicles with money and fen added up under each key, in the order of the keys."""
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    for share in shares:
        vehicles, amount = found.get(key(share), (0, 0))
        found[key(share)] = (vehicles + bool(share.amount), amount + share.amount)
    return [(*names, *sums) for names, sums in sorted(found.items())]


def _table(page: Page, heads: tuple[str, ...], rows: Sequence[tuple[Any, ...]], total: int) -> None:
    """Rows under their heads, the last column money in fen, with the sum below."""
    page.head(heads, [max(12, 2 * len(head) + 4) for head in heads])
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row[:-1]):
            page.value(number, column, Decimal(value) if isinstance(value, int) else value)
        page.number(number, len(row) - 1, Decimal(row[-1]).scaleb(-2), num_format=MONEY)
    page.text(len(rows) + 1, 0, "合计", bold=True)
    page.number(len(rows) + 1, len(heads) - 1, Decimal(total).scaleb(-2), num_format=MONEY, bold=True)
