"""Changes that a text states: this year's amount, last year's, by how much and by how many per cent it changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yunguan.audit.facts import Fact

_UP, _DOWN = (
    r"增加|增长|上升|提高|增幅|提升|多支出|增多|递增|扩大|增收|增支|增产|多增|净增|延长|多[支收](?![付费])|^[增升多](?=$)|(?<=[年数期度算费额款])[多增升](?=了?$)",
    r"减少|下降|降低|压减|下滑|降幅|缩减|回落|少支出|减幅|递减|减收|减支|减产|净减|缩短|少[支收](?![付费])|^[减降少](?=$)|(?<=[年数期度算费额款])[少减降](?=了?$)",
)
_DIRECTION = re.compile(rf"(?P<up>{_UP})|(?P<down>{_DOWN})")
_CUT, _RATE_CHANGED = re.compile(r"[;；]"), re.compile(r"率(?:较|比|同比|环比|与|上|下|提|降|增)")
_AMOUNT_TAIL = re.compile(
    rf"(?:{_UP}|{_DOWN})(?:了|额|数|支出|收入|幅度|金额|人数|数量|比例)*(?:达到|达|约|为|是)*(?:近|约)?$|^[增减]$"
)
_RATE_TAIL = re.compile(
    rf"(?:(?:{_UP}|{_DOWN})(?:了|率|比率|幅度|比例)*|变动率|增减率|变动幅度|变化幅度|变化率|增速|增长率|下降率|增减变动率|增减比例)(?:达到|达|约|为|是|:)*(?:近|约)?$|^[增减升降]$"
)
_PRIOR = re.compile(
    r"(?:上年|去年|上一年度?|上年度|上期|(?:19|20)\d{2}年度?)(?:的|同期|决算|预算|执行|实际|年初预算|支出|收入|数)*(?:为|是|的|约|只有|仅)*$"
)
_COMPARED = re.compile(
    rf"(?<!经)(?<!比)[比较与同](?:上年|去年|上一年度?|上年度|(?:19|20)\d{{2}}年度?)(?:(?!{_UP}|{_DOWN}|预算)[^，,]){{0,12}}$"
)
_NOT_PRIOR = re.compile(r"结转|结余|完成|相比")
_FROM = re.compile(r"[由从](?:上年|去年|年初|原来|此前|[\u4e00-\u9fff]{2,4}前)?的?$")
_TO = re.compile(r"(?:变|增|减|升|降|提高|调整|变动|扩大|缩小|增长|下降|上升|回落)[\u4e00-\u9fff]{0,2}[到至为成]$")
_LED_BY_PRIOR = re.compile(
    r"(?:上年|去年|上年度|上一年度?)(?:度)?(?:的)?(?!末|底|初|新增|增|减)[\u4e00-\u9fff“”]{2,14}(?:为|是)$"
)
_BUDGET_BASE = re.compile(r"[比较与同](?:本年|当年)?(?:年初|全年|调整后?)?预算数?(?:安排)?[的为]?$")
_YEAR_LED = re.compile(r"((?:19|20)\d{2})年度?")
_NAMED = re.compile(
    rf"(?!(?:[与较比同]|上年|去年|{_UP}|{_DOWN}))[\u4e00-\u9fff（）()“”]{{3,}}?(?:[与较比同]|{_UP}|{_DOWN})"
)
_OPENS, _CLOSES = re.compile(r"\s*[（(]\s*"), re.compile(r"\s*[)）]")
_BRACKET_OPENS = re.compile(r"\s*[（(][^（）()]*$")
_LIST_ENDS = re.compile(r"[；;。]")


@dataclass(frozen=True)
class Change:
    """A change by its facts; what the text leaves out is None. `up` is None where no word says the direction."""

    now: Fact | None
    before: Fact | None
    amount: Fact | None
    rate: Fact | None
    amount_up: bool | None
    rate_up: bool | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in (self.now, self.before, self.amount, self.rate) if fact is not None)


def direction(words: str) -> bool | None:
    """Whether the last direction word says up (True) or down (False)."""
    found = list(_DIRECTION.finditer(words))
    return None if not found else bool(found[-1]["up"])


def both_directions(words: str) -> bool:
    """True for 增加（减少） and 增减, which say no direction at all."""
    return bool(re.search(rf"(?:{_UP})\s*[（(/或]\s*(?:{_DOWN})|增减|增\(减\)|升降", words))


def is_amount(fact: Fact) -> bool:
    """True for the amount of a change: 增加 5 万元."""
    return not _percent(fact) and bool(_AMOUNT_TAIL.search(fact.lead)) and not fact.lead.endswith("减少到")


def is_rate(fact: Fact) -> bool:
    """True for the rate of a change: 增长 5 %."""
    return fact.quantity.is_rate and bool(_RATE_TAIL.search(fact.lead)) and "年均" not in fact.lead


def is_prior(fact: Fact, year: int | None = None) -> bool:
    """True for last year's amount: 上年为 …, 比上年的 …, 2022年 … in a report on 2023."""
    if _percent(fact) or _NOT_PRIOR.search(fact.lead):
        return False
    if _COMPARED.search(fact.lead):
        return True
    if (_LED_BY_PRIOR.match(fact.lead) or _BUDGET_BASE.search(fact.lead)) and not is_amount(fact):
        return True
    match = _PRIOR.search(fact.lead)
    if match is None:
        return False
    named = re.search(r"(?:19|20)\d{2}", match[0])
    return named is None or (year is not None and int(named[0]) == year - 1)


def _percent(fact: Fact) -> bool:
    return fact.quantity.is_rate or "百分点" in fact.quantity.unit


def changes(facts: Sequence[Fact], year: int | None = None) -> Iterator[Change]:
    """The changes of one sentence, in their order."""
    telling = _Telling(year)
    for index, fact in enumerate(facts):
        if not (fact is telling.told or fact.is_base):
            yield from telling.take(fact, facts[index + 1 :])
    yield from telling.unpaired()


@dataclass
class _Telling:
    """What one sentence has said so far: the amounts that its next change can be of.

    `used` is true once the amount was told with a rate; `told` is the amount that a rate before it took.
    """

    year: int | None
    now: Fact | None = None
    before: Fact | None = None
    amount: Fact | None = None
    used: bool = False
    told: Fact | None = None
    outside: tuple[Fact | None, Fact | None] = (None, None)

    def take(self, fact: Fact, following: Sequence[Fact]) -> Iterator[Change]:
        """The next amount of the sentence, and the changes that it completes."""
        self._brackets(fact)
        if is_rate(fact) or (self.amount is not None and _in_bracket_behind(self.amount, fact)):
            yield from self._rate(fact, following)
        elif is_amount(fact):
            yield from self.unpaired()
            if self.now is not None and _of_another(self.now, fact):
                self.now = self.before = None
            self.amount, self.used = fact, False
        elif is_prior(fact, self.year) or _moves(fact, following) or _of_year_before(fact, following):
            self.before = fact
        elif not _percent(fact):
            yield from self._plain(fact)

    def unpaired(self) -> Iterator[Change]:
        """The change of an amount that no rate was told for."""
        if self.amount is not None and not self.used:
            yield _change(self.now, self.before, self.amount, None)

    def _brackets(self, fact: Fact) -> None:
        """What a bracket says of its own amount ends with the bracket."""
        if not fact.depth and self.now is not None and self.now.depth and self.amount is None:
            self.now, self.before = self.outside
        opens = fact.depth and self.now is not None and not self.now.depth
        if opens and not is_rate(fact) and not is_amount(fact):
            self.outside = (self.now, self.before)

    def _rate(self, fact: Fact, following: Sequence[Fact]) -> Iterator[Change]:
        if self.amount is not None and _of_a_rate(self.amount, fact):
            yield from self.unpaired()
            self.now = self.before = self.amount = None
            return
        self.told = _told_behind((fact, *following)) if self.amount is None and not self.used else None
        if self.amount is None and self.now is None:
            return
        before = self.before or _prior_behind(fact, following, self.year)
        yield _change(self.now, before, self.amount or self.told, fact)
        self.used, self.amount = True, None

    def _plain(self, fact: Fact) -> Iterator[Change]:
        if self.amount is not None:
            yield _change(self.now, self.before, self.amount, None)
        kept = self.now is None and self.before is not None and self.before.family == fact.family
        self.before = self.before if kept else None
        self.now, self.amount, self.used = fact, None, False


def _in_bracket_behind(amount: Fact, fact: Fact) -> bool:
    """True for the rate in the bracket right behind its amount: 减少 1.5 万元（39.47 %）."""
    if not fact.quantity.is_rate or amount.block is not fact.block:
        return False
    between = amount.block.text[amount.quantity.end : fact.quantity.start]
    return bool(_OPENS.fullmatch(between)) and bool(_CLOSES.match(fact.block.text, fact.quantity.end))


def _of_another(now: Fact, amount: Fact) -> bool:
    """True where a semicolon parts them and the change names what changed: 出国费 5 万元；接待费增加 1 万元."""
    return bool(_CUT.search(now.block.text[now.quantity.end : amount.quantity.start]) and _NAMED.match(amount.lead))


def _prior_behind(rate: Fact, following: Sequence[Fact], year: int | None) -> Fact | None:
    """Last year's amount in the bracket right behind the rate: 312 起，同比下降 8.5 %（上年为 341 起）."""
    if not following or not is_prior(following[0], year):
        return None
    between = rate.block.text[rate.quantity.end : following[0].quantity.start]
    return following[0] if _BRACKET_OPENS.match(between) else None


def _of_a_rate(amount: Fact, fact: Fact) -> bool:
    """True where a rate's own change follows behind a semicolon: 患者减少 26 例；发病率同比下降 9 %."""
    between = fact.block.text[amount.quantity.end : fact.quantity.start]
    return bool(_CUT.search(between) and _RATE_CHANGED.search(fact.lead))


def _moves(fact: Fact, following: Sequence[Fact]) -> bool:
    """True for the first amount of 由 127 场变动到 163 场."""
    return (
        bool(following)
        and following[0].family == fact.family
        and not _percent(fact)
        and bool(_FROM.search(fact.lead))
        and bool(_TO.search(following[0].lead))
    )


def _of_year_before(fact: Fact, following: Sequence[Fact]) -> bool:
    """True for the first amount of 2021年三公经费 22 万元，2022年同比减少 3 万元."""
    own, later = _YEAR_LED.match(fact.lead), _YEAR_LED.match(following[0].lead) if following else None
    if own is None or later is None or int(later[1]) - int(own[1]) != 1 or is_rate(fact) or is_amount(fact):
        return False
    return following[0].family == fact.family and (is_amount(following[0]) or is_rate(following[0]))


def _told_behind(facts: Sequence[Fact]) -> Fact | None:
    """The amount right behind its rate, 同比增长 14.6 %，增收 4 万元, unless a rate of its own follows it."""
    rate, *following = facts
    if not following or not is_amount(following[0]) or direction(following[0].lead) is not direction(rate.lead):
        return None
    alone = len(following) == 1 or not is_rate(following[1])
    beside = re.fullmatch(
        r"\s*[,，]\s*[^,，。；;]{0,6}", rate.block.text[rate.quantity.end : following[0].quantity.start]
    )
    return following[0] if alone and beside else None


def _change(now: Fact | None, before: Fact | None, amount: Fact | None, rate: Fact | None) -> Change:
    families = {fact.family for fact in (before, amount) if fact is not None}
    if now is not None and families and now.family not in families:
        now = None
    if amount is not None and before is not None and before.family != amount.family:
        before = None
    return Change(now, before, amount, rate, _said(amount), _said(rate))


def _said(fact: Fact | None) -> bool | None:
    if fact is None or both_directions(fact.lead) or not fact.lead:
        return None
    return direction(_LIST_ENDS.split(fact.lead)[-1])
