"""同一总数的占比前后一致: shares of one named whole, each of which says how large that whole is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yunguan.audit.compare import finding, percent, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED, Interval, printed_as
from yunguan.audit.printing import printed
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.core.finding import Conflict

_SHARE = re.compile(
    r"^占(?P<whole>(?!比)[\u4e00-\u9fff“”（）()〈〉]{4,24}?)(?:的(?:比例|比重)?|比例|比重)?(?:为|约|达)*$"
)
_OWN_BASE = re.compile(r"(?:年|年初|调整后?|全年|年度|本年)*(?:预算|计划|任务|目标)(?:任务)?数?的?$|上年|去年|同期")
_BETWEEN = re.compile(r"\s*[,，(（]?\s*")
_NO_PART = {Role.CHANGE, Role.LAST_YEAR, Role.TARGET, Role.MEAN}
_SMALLEST = Decimal(1)
_AND = re.compile(r"[和与及]?")
_VAGUE = re.compile(r"同类|同期|各自|其|该")
_FEWEST = 2


@dataclass(frozen=True)
class _Told:
    """A part and its share of a named whole, and how large the whole is by them."""

    part: Fact
    share: Fact
    whole: Interval


@rule(
    "同一总数的占比前后一致",
    why="几项各占同一总数的百分之几，每一项除以自己的占比都得到这个总数，所得必须是同一个数。",
    compares="写明“占某某的百分之几”的各项：用各项的金额除以占比，推出总数，各项推出的总数相互核对。",
    silent="占比小于1%的、没有写明占什么的，或者只有一项的，不核对；最后一位去尾的算相符。",
    caught="基本支出 84.00 万元，占一般公共预算支出的 84.00%。项目支出 16.00 万元，占一般公共预算支出的 19.62%。",
    passed="基本支出 84.00 万元，占一般公共预算支出的 84.00%。项目支出 16.00 万元，占一般公共预算支出的 16.00%。",
    remedy="核实总数，按总数重算各项占比；总数本身应当写出。",
)
def shares_of_one_whole(document: Document) -> Iterator[Verdict]:
    """Shares of one whole that is named and nowhere stated lead to one and the same amount."""
    groups: dict[tuple[str, tuple[str, ...]], list[_Told]] = {}
    for name, section, told in _told(document):
        groups.setdefault((name, section), []).append(told)
    for (name, _), group in groups.items():
        if len(group) >= _FEWEST:
            yield from _judged(name, group)


def _told(document: Document) -> Iterator[tuple[str, tuple[str, ...], _Told]]:
    for text in document.once(texts_of):
        for part, share, behind in zip(text.facts, text.facts[1:], (*text.facts[2:], None), strict=False):
            match = _SHARE.match(share.lead) if share.quantity.is_rate else None
            together = behind is not None and behind.quantity.is_rate and _AND.fullmatch(behind.lead)
            if _AND.fullmatch(part.lead) or together or (match is not None and _VAGUE.match(match["whole"])):
                continue
            between = flat(part.block.text[part.quantity.end : share.quantity.start]).replace(" ", "")
            beside = match is not None and bool(_BETWEEN.fullmatch(between.partition("占")[0]))
            if (
                match is None
                or _OWN_BASE.match(match["whole"])
                or not beside
                or not part.quantity.is_money
                or part.role in _NO_PART
            ):
                continue
            if share.quantity.value >= _SMALLEST and not share.quantity.approximate:
                section = tuple(title for title in part.block.path[:1] if not part.block.text.startswith(title))
                yield match["whole"], section, _Told(part, share, _whole(part, share))


def _whole(part: Fact, share: Fact) -> Interval:
    """The part over its share, where the share may have been cut off in its last place."""
    amount, step = printed_as(part), share.quantity.step
    low, high = share.quantity.value - step / 2, share.quantity.value + step
    return Interval(amount.low / high * HUNDRED, amount.high / max(low, step / 2) * HUNDRED)


def _judged(name: str, group: list[_Told]) -> Iterator[Verdict]:
    most = max(group, key=lambda told: sum(told.whole.overlaps(other.whole) for other in group))
    same = [told for told in group if told.whole.overlaps(most.whole)]
    if len(same) > 1:
        yield relation(fact for told in same for fact in (told.part, told.share))
    for odd in group:
        if odd in same:
            continue
        first = same[0]
        own, usual = (_middle(told) / told.part.quantity.factor for told in (odd, first))
        unit = odd.part.quantity.unit
        message = (
            f"“{_words(odd)}”推出“{name}”约{printed(round(own, 2))}{unit}，"
            f"“{_words(first)}”推出约{printed(round(usual, 2))}{unit}"
        )
        facts = (odd.share, odd.part, first.share, first.part)
        expected = percent(odd.part.value / _middle(first) * HUNDRED)
        text = f"{message}；只有两处所说的总数不是同一个数时才能同时成立，文中没有写明，请核对或写明。"
        yield finding(Conflict, facts, text, expected=expected, stated=odd.share.quantity.text)


def _middle(told: _Told) -> Decimal:
    return told.part.value / told.share.quantity.value * HUNDRED


def _words(told: _Told) -> str:
    return f"{told.part.quantity.text}{told.share.lead}{told.share.quantity.text}"
