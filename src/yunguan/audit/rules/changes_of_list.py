"""逐条所列增减之和等于总的增减: a change whose parts follow as numbered paragraphs, each with its own change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from yunguan.audit.changes import direction, is_amount
from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.families import family_of
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import one_slip
from yunguan.core.finding import Conflict, Hint, Relation

_INTRODUCES = re.compile(r"(?:原因(?:主要)?(?:是|如下)?|其中|具体(?:是|为|如下)?|包括|主要是|如下)\s*[:：]\s*$")
_OPEN = re.compile(r"原因|主要|其中|包括")
_CLAUSES = re.compile(r"[，,。；;]")
_ITEM = re.compile(r"\s*[（(]?(?P<number>\d{1,2})\s*[.．、)）](?!\d)")
_AGAINST = re.compile(r"上年|去年|(?:19|20)\d{2}年")
_FEWEST = 2
_TELLING = 3


@rule(
    "逐条所列增减之和等于总的增减",
    why="总的增减额等于各组成部分增减额的代数和，逐条写在下面也一样。",
    compares="“基本支出比上年增加……，变动原因主要是：”后面逐条编号写出的各项增减额，与总的增减额。",
    silent=(
        "有一条没有写增减额、编号不连续、方向没有写明的，不核对；写“主要原因”“其中”的可能没有列全，只在所列恰是全部组成部分"
        "（如基本支出的各类）、或总额只错一位数字时才说。"
    ),
    caught=(
        "基本支出预算比上年增加17.10万元。变动原因主要是：\n\n1.工资福利支出比上年增加18.67万元。\n\n"
        "2.商品和服务支出比上年减少0.04万元。\n\n3.对个人和家庭的补助比上年增加0.11万元。\n\n项目支出没有变化。"
    ),
    passed=(
        "基本支出预算比上年增加18.74万元。变动原因主要是：\n\n1.工资福利支出比上年增加18.67万元。\n\n"
        "2.商品和服务支出比上年减少0.04万元。\n\n3.对个人和家庭的补助比上年增加0.11万元。\n\n项目支出没有变化。"
    ),
    remedy="逐项核实增减额，改正写错的一处；另有没有列出的项目时写明。",
)
def changes_of_list(document: Document) -> Iterator[Verdict]:
    """A change is the signed sum of the changes that its list tells one by one."""
    blocks = [list(group) for _, group in groupby(document.once(texts_of), key=lambda text: id(text.facts[0].block))]
    for at, block in enumerate(blocks):
        whole = _change(block)
        if whole is not None and _INTRODUCES.search(block[-1].text):
            parts = _enough(whole, _listed(blocks[at + 1 :]))
            if len(parts) >= _FEWEST:
                verdict = _judged(whole, parts)
                if isinstance(verdict, Relation | Hint) or _are_all(whole, parts, block[-1].text):
                    yield verdict


def _change(block: Sequence[TextFacts]) -> Fact | None:
    """The amount that the first sentence of a paragraph tells as a change; None where it says none or several."""
    money = [fact for fact in block[0].top if fact.quantity.is_money]
    told = [fact for fact in money if is_amount(fact) and _AGAINST.search(fact.lead) and not fact.quantity.approximate]
    return told[0] if len(told) == 1 and direction(told[0].lead) is not None else None


def _listed(blocks: Sequence[list[TextFacts]]) -> list[Fact]:
    """The changes of the numbered paragraphs that follow; [] where one of them tells none."""
    parts: list[Fact] = []
    for block in blocks:
        match = _ITEM.match(flat(block[0].text))
        if match is None or int(match["number"]) != len(parts) + 1:
            break
        part = _change(block)
        if part is None:
            return []
        parts.append(part)
    return parts


def _enough(whole: Fact, parts: list[Fact]) -> list[Fact]:
    """The first of the parts that give the whole: what is listed behind them opens it up once more; else all."""
    counts = range(len(parts), _FEWEST - 1, -1)
    return next((parts[:count] for count in counts if _sum(parts[:count]) == _signed(whole)), parts)


def _are_all(whole: Fact, parts: list[Fact], introduced: str) -> bool:
    """True where the list is meant to be complete, or where one digit of the whole makes it so.

    主要原因 and 其中 may leave something out, unless what follows are all the parts that such a whole has.
    """
    if not _OPEN.search(_CLAUSES.split(introduced)[-1]):
        return True
    named = [replace(part, before=part.block.text[: part.quantity.start], behind="") for part in parts]
    expected = _sum(parts)
    round_number = len(whole.quantity.value.normalize().as_tuple().digits) < _TELLING
    slipped = not round_number and one_slip(whole, expected if direction(whole.lead) else -expected)
    return family_of(named) is not None or slipped


def _signed(fact: Fact) -> Decimal:
    return fact.value if direction(fact.lead) else -fact.value


def _sum(parts: list[Fact]) -> Decimal:
    return sum((_signed(part) for part in parts), Decimal(0))


def _judged(whole: Fact, parts: list[Fact]) -> Verdict:
    expected = _sum(parts)
    facts = (whole, *parts)
    off = _signed(whole) - expected
    unit, factor = whole.quantity.unit, whole.quantity.factor
    if abs(off) <= whole.step / 2:
        return relation(facts)
    shown = {
        "expected": f"{printed(expected / factor)}{unit}",
        "stated": f"{printed(_signed(whole) / factor)}{unit}",
        "difference": f"{printed(off / factor)}{unit}",
    }
    terms = "、".join(part.quote[:24] for part in parts)
    gap = f"{printed(abs(off) / factor)}{unit}"
    message = f"总的增减额是{shown['stated']}，逐条所列（{terms}）合计是{shown['expected']}，相差{gap}"
    if abs(off) <= sum(fact.step for fact in facts) / 2:
        return finding(Hint, facts, f"{message}；在四舍五入的范围内，请核对尾数。", **shown)
    text = f"{message}；只有另有没有列出的项目时才能同时成立，文中没有写明，请核对或写明。"
    return finding(Conflict, facts, text, **shown)
