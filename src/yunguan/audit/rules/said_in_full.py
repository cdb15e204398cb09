"""说全部拨付就没有剩余: money said to be paid in full, and a smaller amount paid of it, told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact, Role
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.core.finding import Conflict

_IN_FULL = re.compile(
    r"(?P<led>[^。；;\d]{0,12}?)(?:全部|足额|全额|全面)(?P<verb>拨付|支付|支出|使用|发放|执行)(?!到位前|后)"
)
_NOT_YET = re.compile(r"[未没不应须需将拟待]|要求|力争|争取|确保|计划|预计|尽快")
_EARLIER = re.compile(r"(?<!\d)(?:[1-9]|1[01])\s*月|上半年|季度|上年|去年")
_PAID = re.compile(
    r"(?:累计|实际|已|共|完成|共计|总计)*(?:拨付|支付|支出|使用|发放|执行)(?:资金|金额|数)?(?:共计|共|为|了)*$"
)
_WHOLE = re.compile(r"资金|预算|下达|到位|安排|总投资")
_GENERIC = re.compile(
    r"(?:19|20)\d{2}年度?|补助|项目|资金|经费|专项|财政|预算|下达|到位|安排|总投资|合计|共计?|年度|全年|该|为"
)
_YEARS = re.compile(r"(?:19|20)\d{2}(?=年)")
_NOT_COUNTED = {Role.CHANGE, Role.LAST_YEAR, Role.TARGET, Role.MEAN}


@rule(
    "说全部拨付就没有剩余",
    why="一笔资金说已经全部拨付（支出），就不能又只拨付了一部分。",
    compares="“某某万元已全部拨付”与文中另一处同一笔资金数和它的已拨付（支出）数。",
    silent="另一处没有重复写出这笔资金数，没有写拨付数的，拨付到位而未支出完的，说的是年中的，不核对。",
    caught="补助资金500.00万元已全部拨付到项目。\n\n资金共500.00万元，完成拨付480.00万元，执行率96%。",
    passed="补助资金500.00万元已全部拨付到项目。\n\n资金共500.00万元，完成拨付500.00万元，执行率100%。",
    remedy="核对拨付数，改正“全部”的说法或改正数额；说的是到位的，写明“到位”。",
)
def said_in_full(document: Document) -> Iterator[Verdict]:
    """Money that was paid in full has no smaller amount paid of it."""
    texts = document.once(texts_of)
    full = {fact.value: fact for text in reversed(texts) for fact in text.top if _is_full(text, fact)}
    for text in texts if full else ():
        for whole in text.top:
            told = full.get(whole.value)
            if told is not None and not _same(told, text):
                paid = _paid(text, whole)
                if paid is not None and _same_deed(told, paid) and _same_money(told, whole):
                    yield _judged(told, whole, paid)


def _is_full(text: TextFacts, fact: Fact) -> bool:
    return fact.quantity.is_money and _verb(text.text, fact) != ""


def _verb(text: str, fact: Fact) -> str:
    """What was done in full with this money, 拨付 or 支出, "" where nothing was or is only to be."""
    match = _IN_FULL.match(text, fact.quantity.end)
    return match["verb"] if match and not _NOT_YET.search(match["led"]) else ""


def _same(told: Fact, text: TextFacts) -> bool:
    return told.block is text.facts[0].block and told.sentence == text.facts[0].sentence


def _same_deed(told: Fact, paid: Fact) -> bool:
    """What was handed on in full need not be spent in full: 全额拨付到位, 实际支出 480 万元."""
    handed = _verb(flat(told.block.text), told) == "拨付"
    early = _EARLIER.search(paid.block.text[paid.sentence[0] : paid.quantity.start])
    return not early and (not handed or "拨付" in unspaced(paid.lead))


def _same_money(told: Fact, whole: Fact) -> bool:
    """False where each names another work or another year: 甲项目资金, 乙项目资金."""
    one, two = (_GENERIC.sub("", unspaced(fact.lead)) for fact in (told, whole))
    years = [set(_YEARS.findall(fact.block.text[fact.sentence[0] : fact.quantity.start])) for fact in (told, whole)]
    return (one in two or two in one) and (years[0] == years[1] or not all(years))


def _paid(text: TextFacts, whole: Fact) -> Fact | None:
    """The smaller amount that the same sentence says was paid of this one."""
    if not whole.quantity.is_money or not _WHOLE.search(whole.lead) or _is_full(text, whole):
        return None
    after = [fact for fact in text.top if fact.quantity.start >= whole.quantity.end and fact.quantity.is_money]
    paid = [fact for fact in after if _PAID.search(unspaced(fact.lead)) and fact.role not in _NOT_COUNTED]
    return paid[0] if paid and paid[0].value < whole.value and not paid[0].quantity.approximate else None


def _judged(told: Fact, whole: Fact, paid: Fact) -> Verdict:
    words = told.block.text[told.quantity.start : told.sentence[1]].strip()[:24]
    message = (
        f"“{words}”说已全部支付，另一处却写{whole.quantity.text}中支付了{paid.quantity.text}；"
        "只有两处说的不是同一时点或同一笔钱时才能同时成立，文中没有写明，请核对或写明。"
    )
    return finding(Conflict, (told, whole, paid), message, expected=whole.quantity.text, stated=paid.quantity.text)
