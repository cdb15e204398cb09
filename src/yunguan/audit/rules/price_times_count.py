"""单价乘数量等于总价: 186 套，每套 1.35 万元，共计 251.10 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import MYRIAD
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import one_slip
from yunguan.core.finding import Conflict, Contradiction, Hint

_PRICE = re.compile(
    r"(?:按)?每(?P<per>[\u4e00-\u9fff]{1,3}?)(?:均价|单价|价格|补助|补贴|奖励|奖补|平均|约|为|合|标准)*$|(?:均价|单价)(?:为)?$"
)
_TOTAL = re.compile(r"(?:共计|合计|总计|共|总价|计|小计|总额)(?:支出|投入|补助|补贴|发放|拨付|资金|金额)?(?:为|达)?$")
_CUT = re.compile(r"[。；;]")
_PARTLY = re.compile(r"已(?:兑|支|拨|发)|首批|先行|部分")
_SEVERAL_TIMES = re.compile(
    r"学期|季度|[按每][月天日]|[月日]均|(?:[二两三四五六七八九十几多数]|\d\s*)(?:次|年|个?月|期|轮|批|天|日)"
)


@rule(
    "单价乘数量等于总价",
    why="总价等于数量乘单价；单位写错（元、万元）、数字写错，一乘就知道。",
    compares="同一句里挨着写的数量、单价（每套、每人、每亩……）和“共计”的金额。",
    silent="单价是约数、分档的，按月、按学期、分几次或只发放一部分的，三个数没有挨着写的，不核对；前面还写了别的金额、相差不止一个数字的，可能另有其他费用，不核对。",
    caught="购置设备 186 套，每套均价 1.35 万元，共计 251.10 元。",
    passed="购置设备 186 套，每套均价 1.35 万元，共计 251.10 万元。",
    remedy="用数量乘单价重新计算，改正写错的数或单位。",
)
def price_times_count(document: Document) -> Iterator[Verdict]:
    """A total told right behind a count and a price is their product."""
    for text in document.once(texts_of):
        for count, price, total in zip(text.facts, text.facts[1:], text.facts[2:], strict=False):
            if _bound(text.text, count, price, total):
                yield from _judged(count, price, total, alone=not _others(text, count))


def _bound(text: str, count: Fact, price: Fact, total: Fact) -> bool:
    match = _PRICE.search(price.lead)
    money = price.quantity.is_money and total.quantity.is_money and not count.quantity.is_money
    exact = not any(fact.quantity.approximate or fact.quantity.bound for fact in (count, price, total))
    if match is None or not money or not exact or not _TOTAL.search(total.lead) or count.quantity.is_rate:
        return False
    alike = (
        not match["per"]
        or count.quantity.unit.endswith(match["per"][-1:])
        or {match["per"], count.family} <= {"人", "名"}
    )
    start = max(count.sentence[0], *(text.rfind(mark, 0, count.quantity.start) + 1 for mark in "；;"))
    around = (text[start : count.quantity.start], text[count.quantity.end : total.quantity.start])
    once = not any(map(_SEVERAL_TIMES.search, around)) and not _PARTLY.search(around[1])
    return alike and once and not _CUT.search(around[1])


def _others(text: TextFacts, count: Fact) -> bool:
    """True where the sentence tells money before the count, which the total may hold as well."""
    return any(fact.quantity.is_money and fact.quantity.end <= count.quantity.start for fact in text.facts)


def _judged(count: Fact, price: Fact, total: Fact, *, alone: bool) -> Iterator[Verdict]:
    product = count.value * price.value
    spread = count.value * price.step / 2 + total.step / 2
    facts = (total, count, price)
    if abs(product - total.value) <= spread:
        yield relation(facts)
        return
    factor = total.quantity.factor
    said = f"{count.quantity.text}×{price.quantity.text}＝{printed(product / factor)}{total.quantity.unit}"
    message = f"“{total.quote}”与数量乘单价不符：{said}，写的是{total.quantity.text}"
    shown = {"expected": f"{printed(product / factor)}{total.quantity.unit}", "stated": total.quantity.text}
    if any(abs(product / scale - total.value) <= spread / scale + total.step for scale in (MYRIAD, 1 / MYRIAD)):
        yield finding(Contradiction, facts, f"{message}；像是“元”与“万元”写错，{CANNOT}。", **shown)
    elif abs(product - total.value) <= total.step + spread:
        yield finding(Hint, facts, f"{message}；相差在末位，请核对。", **shown)
    elif alone and one_slip(total, Decimal(round(product / total.step)) * total.step):
        text = f"{message}；只有另有其他费用时才能同时成立，文中没有写明，请核对或写明。"
        yield finding(Conflict, facts, text, **shown)
