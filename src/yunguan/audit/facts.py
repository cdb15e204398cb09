"""Facts: every quantity that a document states, with its subject, period, area, role and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from yunguan.audit.prose import run_together
from yunguan.audit.quantities import MONEY, Quantity, flat, scan, unspaced
from yunguan.audit.said import Said, sentences_in
from yunguan.core.finding import Operand, Place, Spot
from yunguan.core.reading import Block, BlockKind, Reading

_EQUALS = re.compile(r"(?<=[率度])\s*[=＝]\s*$")
_STOPS = re.compile(r"[，,。；;：:、（）()！？!?/=+＝＋\n]")
_NAMED_BRACKET = re.compile(r"[（(]([\u4e00-\u9fff]{1,2})[)）](?=费|支出|用|经费)")
_FILLERS = re.compile(
    r"^(?:其中|分别|另有|另外|另|还有|以及|和|及|与|并|均|则|但|而|已|共有|共计|共|合计为|累计|总计为|全部|先后|包括|包含|含|"
    r"今年|本年|全年|年末|年内|目前|到(?![位账岗期会馆场站校])|\s|\*|·|—|-)+"
)
_TAIL = re.compile(r"(?:约|达|高达|只有|为|是|(?<!实)有|共计?|数为|仅|至|到|\s|≥|≤|>|<|=)+$")


class Role(StrEnum):
    """What a quantity says about its subject; STATED where the text marks nothing else."""

    STATED = "stated"
    BUDGET = "budget"
    ADJUSTED = "adjusted"
    ADDED = "added"
    CUT = "cut"
    EXECUTED = "executed"
    LAST_YEAR = "last_year"
    CHANGE = "change"
    SHARE = "share"
    RATE = "rate"
    TARGET = "target"
    MEAN = "mean"


_ROLES = (
    (Role.TARGET, re.compile(r"(?:目标|指标值|目标值)(?:为|是)?\s*$|不低于|不少于|不超过|应达")),
    (
        Role.MEAN,
        re.compile(r"平均|人均|每[一]?(?:场|人|辆|次|月|家|户|村|个|亩|镇|乡|所|校|站|公里|平方米|台|车|天|日)"),
    ),
    (Role.ADDED, re.compile(r"追加|调增|(?:年中|中期|当年|期间)(?:新)?(?:增加|增补|下达)|(?:新增|增加)预算")),
    (Role.CUT, re.compile(r"追减|调减|核减|压减|压缩|收回(?:资金|预算|指标)|(?:年中|中期|当年|期间)减少|减少预算")),
    (
        Role.CHANGE,
        re.compile(
            r"(?:增加|减少|增长|下降|上升|降低|提高|[多少]支出?|[增减多少]收|[增减]支|提升)(?:[了约达到为近额数率]|幅度|支出|收入|比例|金额)*$|(?<=[年数期度算费额款])[多少增减升降]$|同比|比上年|较上年"
        ),
    ),
    (Role.SHARE, re.compile(r"占[^，,。；;]*$|占比|比重")),
    (Role.LAST_YEAR, re.compile(r"上年(?!结[转余])|去年")),
    (Role.ADJUSTED, re.compile(r"调整后|调整预算|全年预算|预算调整|调整为|最终预算|全年安排")),
    (
        Role.EXECUTED,
        re.compile(r"执行(?!中)|决算|实际(?:支出|使用|列支|完成支出|开支|支付)|支出数|累计支出|支出完成|实支"),
    ),
    (Role.BUDGET, re.compile(r"预算|年初(?:安排|批复|下达|核定)")),
)


@dataclass(frozen=True)
class Fact:
    """One stated quantity; `before` and `behind` are the words that bind it, `sentence` the span it stands in.

    `said` is what to quote where that is not the clause: the row of a table under the table's title. `lead` are the
    words of the clause before the number as they stand.
    """

    quantity: Quantity
    block: Block
    before: str
    behind: str
    sentence: tuple[int, int]
    role: Role
    period: str | None
    area: str | None
    said: str = ""
    lead: str = ""

    @cached_property
    def subject(self) -> str:
        """The noun phrase bound to the number, "" where the text gives none."""
        return f"{self.before}{self.behind}"

    @cached_property
    def value(self) -> Decimal:
        """The amount in 元 where it is money, else as it stands."""
        return self.quantity.value * self.quantity.factor

    @cached_property
    def is_base(self) -> bool:
        """True for the budget that a rate of completion is of: 完成全年预算 5.3 万元的 38.1 %."""
        return bool(_BASE_BEFORE.search(self.lead) and _BASE_BEHIND.match(flat(self.block.text), self.quantity.end))

    @cached_property
    def sentence_before(self) -> str:
        """The words of its sentence before the number."""
        return flat(self.block.text)[self.sentence[0] : self.quantity.start]

    @cached_property
    def depth(self) -> int:
        """In how many brackets of its sentence it stands."""
        return max(0, self.sentence_before.count("(") - self.sentence_before.count(")"))

    @cached_property
    def step(self) -> Decimal:
        """One unit of its last printed digit, on the scale of `value`."""
        return self.quantity.step * self.quantity.factor

    @cached_property
    def family(self) -> str:
        """What it can be added to: money to money, people to people, a count to counts with the same counter."""
        unit = self.quantity.unit
        if self.quantity.is_money:
            return "元"
        return {"名": "人", "位": "人"}.get(unit, unit)

    @cached_property
    def quote(self) -> str:
        """The clause that holds the number, from the mark before it to the mark behind it."""
        if self.said:
            return self.said
        text = self.block.text
        start = _clause_start(text, self.quantity.start)
        end = _QUOTE_END.search(text, self.quantity.end)
        return text[start : end.start() if end else len(text)].strip()

    @cached_property
    def place(self) -> Place:
        return self.block.place(self.quote)

    @cached_property
    def operand(self) -> Operand:
        return Operand(self.subject or "未写明", str(self.quantity.value), self.quantity.unit, self.spot)

    @cached_property
    def spot(self) -> Spot:
        """The very characters of the number."""
        return Spot(self.block.where, self.block.text, self.quantity.start)

    def as_json(self) -> dict[str, Any]:
        return {
            "subject": self.subject,
            "value": str(self.quantity.value),
            "unit": self.quantity.unit,
            "text": self.quantity.text,
            "interval": [str(self.quantity.low), str(self.quantity.high)],
            "approximate": self.quantity.approximate,
            "role": self.role.value,
            "period": self.period,
            "area": self.area,
            "where": self.place.where,
            "quote": self.quote,
        }


_FUND = re.compile(r"(?:一般)?公共(?:财政)?预算|政府性?基金预算|国有资本经营预算|社会保险基金预算")
_BASE_BEFORE = re.compile(r"(?:完成|占|为|达到?)[^，,]{0,10}(?:预算|计划|任务)[^，,]{0,3}$")
_BASE_BEHIND = re.compile(r"\s*的\s*\d[\d.]*\s*[%％]")
_PROSE = re.compile(r"[，；。].*[，；。]|[。；]|[\u4e00-\u9fff],[\u4e00-\u9fff]", re.DOTALL)
_UNIT_HEAD = re.compile(r"^[^，,。；;]{0,30}[（(]\s*(?:单位\s*[:：])?\s*(亿元|万元|千元|元)\s*[)）]\s*[:：]")
_CARRIES = re.compile(
    r"(?:费|支出|合计|小计|接待|出国|收入|经费|预算|决算|资金|境）|境\)|[\u4e00-\u9fff])\s*(?:为|是)?\s*$"
)
_OF_MONEY = re.compile(
    r"资金|安排|下达|投入|支出|支付|拨付|补助|预算|总额|匹配|配套|经费|收入|结余|中央|[省市县区]级|自治区"
)
_OF_MANY = re.compile(r"(?:惠及|受益|覆盖|群众|农户|村民|人口|面积)[^，,]*$")
_COUNTS_NOTHING = re.compile(r"\s*(?:[，,。；;、（）()]|$|\d)")
_STOPS_LAST = re.compile(r"[。；;]")
_MONEY_NEAR = 20
_BREAKS_OFF = re.compile(r"[，,。；;：:][^。；;]*\d$")
_LONGEST_CARRIER = 80
_LONGEST_CLAUSE = 120
_QUOTE_END = re.compile(r"[，。；;！？\n]|,(?!\d)")


def _clause_start(text: str, stop: int) -> int:
    """Where the clause begins that stands before this place; mostly it is near."""
    for start in (max(0, stop - _LONGEST_CLAUSE), 0):
        found = [match.end() for match in _QUOTE_END.finditer(text, start, stop)]
        if found:
            return found[-1]
    return 0


def facts_of(reading: Reading) -> Iterator[Fact]:
    """The facts of a document's text in their order; the cells of its tables are read by `tables.parse`."""
    cut = _cut_off(reading)
    for block in reading.blocks:
        if (block.kind is not BlockKind.CELL or _PROSE.search(block.text)) and not run_together(block.text):
            yield from (fact for fact in facts_in(block) if block is not cut or fact.quantity.end < len(block.text))


def _cut_off(reading: Reading) -> Block | None:
    """The last block where the document breaks off in a number, whose last digits or unit may be lost."""
    last = reading.blocks[-1] if reading.blocks else None
    return last if last is not None and last.kind is BlockKind.PARAGRAPH and _BREAKS_OFF.search(last.text) else None


def facts_in(block: Block) -> Iterator[Fact]:
    """The facts of one block in their order."""
    quantities = [_with_unit(block, quantity) for quantity in scan(block.text)]
    text = _NAMED_BRACKET.sub(r"〈\1〉", block.text) if quantities else ""
    sentences = sentences_in(text)
    for index, quantity in enumerate(quantities):
        left = quantities[index - 1].end if index else 0
        right = quantities[index + 1].start if index + 1 < len(quantities) else len(text)
        while len(sentences) > 1 and sentences[0].end <= quantity.start:
            sentences.popleft()
        own = sentences[0]
        span = (own.start, own.end) if own.start <= quantity.start < own.end else (0, len(text))
        yield _fact(block, quantity, own if span[1] == own.end else Said(text, *span), (left, right))


def _with_unit(block: Block, quantity: Quantity) -> Quantity:
    """A bare number of a block that opens with its unit, 表（万元）：…, is an amount in that unit; so is 补助 5 万."""
    if not quantity.unit and quantity.text[-1:] in {"万", "亿"} and _is_of_money(block.text, quantity):
        unit = quantity.text[-1:] + "元"
        scale = MONEY[unit]
        return replace(
            quantity,
            unit=unit,
            value=quantity.value / scale,
            low=quantity.low / scale,
            high=quantity.high / scale,
            step=quantity.step / scale,
        )
    head = None if quantity.unit else _UNIT_HEAD.search(block.text, 0, quantity.start)
    if head is None or not _CARRIES.search(block.text[max(0, quantity.start - _LONGEST_CARRIER) : quantity.start]):
        return quantity
    half = quantity.step / 2
    return replace(quantity, unit=head[1], low=quantity.value - half, high=quantity.value + half)


def _is_of_money(text: str, quantity: Quantity) -> bool:
    """True where the words before a number in 万 that counts nothing speak of money."""
    said = text[max(0, quantity.start - _MONEY_NEAR) : quantity.start]
    of_money = _OF_MONEY.search(_STOPS_LAST.split(said)[-1]) and not _OF_MANY.search(said)
    return bool(of_money and _COUNTS_NOTHING.match(text, quantity.end))


def _fact(block: Block, quantity: Quantity, said: Said, around: tuple[int, int]) -> Fact:
    left, right = max(around[0], said.start), min(around[1], said.end)
    clause = _STOPS.split(_EQUALS.sub("为", said.text[left : quantity.start]))[-1]
    lead = unspaced(flat(clause))
    before = _named(clause)
    behind = "" if quantity.is_rate else _named(_STOPS.split(said.text[quantity.end : right])[0])
    if quantity.is_money and before:
        behind = ""
    return Fact(
        quantity=quantity,
        block=block,
        before=before,
        behind=behind,
        sentence=(said.start, said.end),
        role=role_of(lead, quantity),
        period=said.period(quantity.start),
        area=said.area(quantity.start),
        lead=lead,
    )


def _named(words: str) -> str:
    words = _FILLERS.sub("", words.strip(' 　“”"*'))
    return _TAIL.sub("", words).strip(' 　“”"').replace("〈", "（").replace("〉", "）")


def role_of(clause: str, quantity: Quantity) -> Role:
    """What the words before a number say that it is."""
    if quantity.bound in {"≥", "≤", ">", "<"} or "不" in quantity.bound:
        return Role.TARGET
    words = _FUND.sub("", unspaced(flat(clause)))
    for role, mark in _ROLES:
        if mark.search(words) and (role is not Role.SHARE or quantity.is_rate):
            return role
    return Role.RATE if quantity.is_rate else Role.STATED
