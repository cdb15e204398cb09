"""几成、几分之几与计数相符: 三分之二以上 and 四成 against the two counts that they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yunguan.audit.compare import finding, percent, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.core.finding import Conflict

_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
_SAID = re.compile(
    r"占(?P<base>[^，,。；;\d]{0,14}?)(?P<before>近|不足|不到|将近|约|超过?|逾)?"
    r"(?:(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九])|(?P<tenths>[一二三四五六七八九])成(?P<half>半)?|(?P<one>一半|半数))"
    r"(?P<after>以上|多|左右|以下)?"
)
_NOT_COUNTED = {Role.CHANGE, Role.LAST_YEAR, Role.MEAN, Role.TARGET, Role.RATE, Role.SHARE}
_TENTH = Decimal(10)
_ALL = re.compile(r"总|全部|所有|比|[人户件家个]?[数量额]|的|了|到|其中|比重")
_CLAUSES = re.compile(r"[，,。；;：:]")


@rule(
    "几成、几分之几与计数相符",
    why="“三分之二以上”“四成”说的也是比例，应当与写出的两个数相符。",
    compares="同一句话里“占……的三分之二以上”“占……四成”一类的说法，与它前面的部分数和总数。",
    silent="前面没有写出同一单位的两个数的，写明占的是别的总数的，不核对；“约”“左右”按上下一成放宽。",
    caught="全县24个派出所中，已有15个完成建设，占总数的三分之二以上。",
    passed="全县24个派出所中，已有15个完成建设，占总数的六成以上。",
    remedy="用部分除以总数重新计算，改正说法或计数。",
)
def part_in_words(document: Document) -> Iterator[Verdict]:
    """A share told in words is that of the part and the whole told right before it."""
    for text in document.once(texts_of):
        start, end = text.facts[0].sentence
        for match in _SAID.finditer(text.text, start, end):
            counted = [
                fact for fact in text.top if fact.quantity.end <= match.start() and fact.role not in _NOT_COUNTED
            ]
            pair = _pair(text, counted, match.start())
            if pair is not None and _names(match["base"], pair[1]):
                yield _judged(match, *pair)


def _names(base: str, whole: Fact) -> bool:
    """True where what the share is said to be of is this whole: 占总数的, or 占全县派出所的 of 全县24个派出所."""
    text = flat(whole.block.text)
    behind = _CLAUSES.split(text[whole.quantity.end :])[0]
    return set(_ALL.sub("", base)) <= {*whole.lead, *whole.quantity.unit, *behind}


def _pair(text: TextFacts, counted: Sequence[Fact], place: int) -> tuple[Fact, Fact] | None:
    """The part right before the words and the only greater number of its kind before it."""
    if not counted or re.search(r"[；;]", text.text[counted[-1].quantity.end : place]):
        return None
    part = counted[-1]
    wholes = [fact for fact in counted[:-1] if fact.family == part.family and fact.value >= part.value]
    sure = len(wholes) == 1 and not any(fact.quantity.approximate for fact in (part, wholes[0]))
    return (part, wholes[0]) if sure and wholes[0].value else None


def _judged(match: re.Match[str], part: Fact, whole: Fact) -> Verdict:
    given = part.value / whole.value * HUNDRED
    low, high = _bounds(match)
    if low <= given <= high:
        return relation((part, whole))
    words = flat(match[0]).removeprefix("占")
    message = (
        f"“占{words}”与{part.quantity.text}÷{whole.quantity.text}＝{percent(given)}不符；"
        "只有占的是别的总数时才能同时成立，文中没有写明，请核对或写明。"
    )
    return finding(Conflict, (part, whole), message, expected=percent(given), stated=words)


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """What the words can stand for, in per cent."""
    value = _value(match)
    if match["before"] in {"近", "不足", "不到", "将近"} or match["after"] == "以下":
        return value - _TENTH, value
    if match["after"] in {"以上", "多"} or match["before"] in {"超", "超过", "逾"}:
        return value, HUNDRED
    return value - _TENTH / 2, value + _TENTH / 2


def _value(match: re.Match[str]) -> Decimal:
    if match["below"]:
        return Decimal(_DIGITS[match["above"]]) / _DIGITS[match["below"]] * HUNDRED
    if match["tenths"]:
        return (_DIGITS[match["tenths"]] + Decimal(5 if match["half"] else 0) / 10) * _TENTH
    return HUNDRED / 2
