"""平均数等于总数除以次数: a mean against its total and the number of times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yunguan.audit.compare import CANNOT, finding, operands, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import printed_as
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.core.finding import Conflict, Contradiction, Doubt, Hint

_IN_A_YEAR: Final = {"日": 366, "天": 366, "月": 12, "季度": 4, "季": 4}
_CALLED: Final = {"日": "天", "天": "天", "月": "个月", "季度": "个季度", "季": "个季度"}
_SURE: Final = {"月", "季", "季度"}
_PER = "季|日|次|场|人|户|辆|期|天|月|家|个|批|班|台|县|镇|乡|村|站|所|件|项|车|条|片|组|队|季度"
_MEAN = re.compile(
    rf"平均每(?:一)?(?P<per>{_PER})(?:[\u4e00-\u9fff]{{0,6}})$|每(?:一)?(?P<each>{_PER})平均(?:[\u4e00-\u9fff]{{0,6}})$"
    rf"|(?P<short>{_PER})均(?:[\u4e00-\u9fff]{{0,6}})$"
)
_LIKE = {"人": {"人", "人次", "名", "位"}, "户": {"户", "家"}, "次": {"次", "场", "期"}}
_COMPARED = re.compile(r"[与较比同]")
_WHOLE_YEAR = re.compile(r"全年|本年|年度|(?:19|20)\d{2}年|共")
_FAR = 3
_UNWEIGHTED = re.compile(r"简单平均|未加权|算术平均|未按")


@rule(
    "平均数等于总数除以次数",
    why="平均数等于总数除以次数（人数、户数等）；按别的办法平均的，应当写明。",
    compares="同一句话里“平均每次”“场均”“人均”等后面的数，与前面写出的总数和次数。",
    silent="写明是简单平均、没有加权，或者前面没有写出总数和次数时，不核对；有几组数都可能是来源时记为无法判定。",
    caught="全年服务 100 人次，分 8 次开展，平均每次 18.5 人次。",
    passed="全年服务 100 人次，分 8 次开展，平均每次 12.5 人次。",
    remedy="用总数除以次数重新计算；口径不同的在文中写明。",
)
def mean_of_counts(document: Document) -> Iterator[Verdict]:
    """A mean is its total over the number of things that it is a mean of."""
    texts = document.once(texts_of)
    for at, text in enumerate(texts):
        for index, mean in enumerate(text.facts):
            match = _MEAN.search(mean.lead)
            if match and "均" in mean.lead and not mean.quantity.is_rate and not _UNWEIGHTED.search(text.sentence):
                per = match["per"] or match["each"] or match["short"]
                before = [
                    *(_of_the_year(texts[max(0, at - _FAR) : at], mean) if per in _SURE else ()),
                    *text.facts[:index],
                ]
                yield from _judged(mean, per, tuple(before))


def _of_the_year(before: tuple[TextFacts, ...], mean: Fact) -> Iterator[Fact]:
    """The counts of the whole year in the sentences before, where the mean is said to be over the year."""
    if "全年" in mean.block.text[mean.sentence[0] : mean.quantity.start]:
        for text in before:
            yield from (fact for fact in text.top if fact.block is mean.block and _WHOLE_YEAR.search(fact.lead))


def _judged(mean: Fact, per: str, before: tuple[Fact, ...]) -> Iterator[Verdict]:
    units = _LIKE.get(per, {per})
    counts = [fact for fact in before if fact.quantity.unit in units and fact.value > 0]
    wholes = [fact for fact in before if fact.family == mean.family and fact not in counts]
    pairs = [(whole, count) for whole in reversed(wholes) for count in reversed(counts)]
    if not pairs:
        yield from _over_a_year(mean, per, wholes)
        return
    held = next((pair for pair in pairs if _holds(mean, *pair)), None)
    if held is not None:
        yield relation((mean, *held))
        return
    whole, count = pairs[0]
    given = whole.value / count.value / mean.quantity.factor
    message = (
        f"“{mean.quote}”与总数不符：{whole.quantity.text}÷{count.quantity.text}＝{printed(round(given, 2))}，"
        f"写的是{mean.quantity.text}；{CANNOT}。"
    )
    if len(pairs) > 1:
        yield Doubt(message=message, places=(mean.place,), operands=operands((mean, *counts, *wholes)))
        return
    kind = Hint if abs(given - mean.quantity.value) <= mean.quantity.step else Contradiction
    shown = {"expected": printed(round(given, 2)), "stated": mean.quantity.text}
    yield finding(
        kind, (mean, whole, count), message, **shown, difference=printed(round(mean.quantity.value - given, 2))
    )


def _over_a_year(mean: Fact, per: str, wholes: list[Fact]) -> Iterator[Verdict]:
    """全年 1128 次，月均 80 次: a year has no more than twelve months, whatever was done in how many of them."""
    most = _IN_A_YEAR.get(per)
    wholes = [
        whole
        for whole in wholes
        if whole.role in {Role.STATED, Role.EXECUTED}
        and _WHOLE_YEAR.search(whole.lead)
        and not _COMPARED.match(whole.lead)
    ]
    if most is None or not wholes or not mean.value or mean.quantity.bound:
        return
    whole = wholes[-1]
    about = whole.quantity.approximate or mean.quantity.approximate
    if not about and printed_as(whole).low / (printed_as(mean).high + mean.step / 2) > most:
        given = round(whole.value / most / mean.quantity.factor, 2)
        message = (
            f"“{mean.quote}”与总数不符：{whole.quantity.text}按一年{most}{_CALLED[per]}计不会少于{printed(given)}，"
            f"写的是{mean.quantity.text}；{CANNOT}。"
        )
        shown = {"expected": printed(given), "stated": mean.quantity.text}
        yield finding(Contradiction, (mean, whole), message, **shown)
    elif per in _SURE and not about and len({each.value for each in wholes}) == 1:
        yield _over(mean, whole, most, _CALLED[per])


def _over(mean: Fact, whole: Fact, times: int, called: str) -> Verdict:
    """A mean by month or by quarter over the whole year, whose count is that of the year."""
    given, stated = printed_as(whole), printed_as(mean)
    half = mean.step / 2
    if given.low / times <= stated.high + half and given.high / times >= stated.low - half:
        return relation((mean, whole))
    expected = printed(round(whole.value / times / mean.quantity.factor, 2))
    message = (
        f"“{mean.quote}”与全年数不符：{whole.quantity.text}÷{times}＝{expected}，写的是{mean.quantity.text}；"
        f"只有不是按全年{times}{called}平均时才能同时成立，文中没有写明，请核对或写明。"
    )
    return finding(Conflict, (mean, whole), message, expected=expected, stated=mean.quantity.text)


def _holds(mean: Fact, whole: Fact, count: Fact) -> bool:
    given = printed_as(whole)
    stated = printed_as(mean)
    half = mean.step / 2 if stated.low == stated.high and "." not in mean.quantity.text else 0
    return given.low / count.value <= stated.high + half and given.high / count.value >= stated.low - half
