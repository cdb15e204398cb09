"""逐条所列增减之和等于总的增减: a change whose parts follow as numbered paragraphs, each with its own change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from yunguan.audit.changes import direction, is_amount
from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.core.finding import Conflict, Hint

_INTRODUCES = re.compile(r"(?:原因(?:主要)?(?:是|如下)?|其中|具体(?:是|为|如下)?|包括|主要是|如下)\s*[:：]\s*$")
_ITEM = re.compile(r"\s*[（(]?(?P<number>\d{1,2})\s*[.．、)）](?!\d)")
_AGAINST = re.compile(r"上年|去年|(?:19|20)\d{2}年")
_FEWEST = 2


@rule(
    "逐条所列增减之和等于总的增减",
    why="总的增减额等于各组成部分增减额的代数和，逐条写在下面也一样。",
    compares="“基本支出比上年增加……，变动原因主要是：”后面逐条编号写出的各项增减额，与总的增减额。",
    silent="有一条没有写增减额、编号不连续、方向没有写明的，不核对。",
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
            parts = _listed(blocks[at + 1 :])
            if len(parts) >= _FEWEST:
                yield _judged(whole, parts)


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


def _signed(fact: Fact) -> Decimal:
    return fact.value if direction(fact.lead) else -fact.value


def _judged(whole: Fact, parts: list[Fact]) -> Verdict:
    expected = sum((_signed(part) for part in parts), Decimal(0))
    facts = (whole, *parts)
    off, step = _signed(whole) - expected, min(fact.step for fact in facts)
    unit, factor = whole.quantity.unit, whole.quantity.factor
    if not off:
        return relation(facts)
    shown = {
        "expected": f"{printed(expected / factor)}{unit}",
        "stated": f"{printed(_signed(whole) / factor)}{unit}",
        "difference": f"{printed(off / factor)}{unit}",
    }
    terms = "、".join(part.quote[:24] for part in parts)
    message = f"总的增减额是{shown['stated']}，逐条所列（{terms}）合计是{shown['expected']}，相差{shown['difference']}"
    if abs(off) <= step * len(facts) / 2:
        return finding(Hint, facts, f"{message}；在四舍五入的范围内，请核对尾数。", **shown)
    text = f"{message}；只有另有没有列出的项目时才能同时成立，文中没有写明，请核对或写明。"
    return finding(Conflict, facts, text, **shown)
