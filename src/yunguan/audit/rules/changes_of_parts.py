"""分项增减之和等于总的增减: where a total and all of its parts say how they changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.moves import moves
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.sum import Sum
from yunguan.core.finding import Conflict, Hint

_SAME = re.compile(r"持平|无增减|无变化|没有变化|未变|不变|一致|相同|无变动")
_FEWEST = 2

Moves = dict[tuple[int, str], tuple[Fact | None, Decimal]]


@rule(
    "分项增减之和等于总的增减",
    why="总数等于分项之和，上年也是如此，所以总的增减额必须等于各分项增减额的代数和（部门决算、预算公开的分析口径）。",
    compares="同一段里合计数与全部分项都写了增减额（或写明持平）的，把各分项的增减额相加，与总的增减额核对。",
    silent="有一个分项没有说增减，或者各处比较的对象不同（有的比上年、有的比预算）时，不核对。",
    caught=(
        "三公经费 40.00 万元，比上年减少 9.00 万元。其中：因公出国费 0 万元，与上年持平；"
        "公务接待费 10.00 万元，减少 2.00 万元；公务用车费 30.00 万元，减少 3.00 万元。"
    ),
    passed=(
        "三公经费 40.00 万元，比上年减少 5.00 万元。其中：因公出国费 0 万元，与上年持平；"
        "公务接待费 10.00 万元，减少 2.00 万元；公务用车费 30.00 万元，减少 3.00 万元。"
    ),
    remedy="对照上年数逐项核实增减额，改正写错的一处；上年另有本年没有的项目时，应当写明。",
)
def changes_of_parts(document: Document) -> Iterator[Verdict]:
    """What the total changed is the signed sum of what its parts changed, all against one base."""
    moves = moves_in(document)
    for each in document.once(sums):
        if each.holds and len(each.parts) >= _FEWEST and all(sign > 0 for sign, _ in each.parts):
            yield from of_changes(each, moves)


def of_changes(each: Sum, moves: Moves) -> Iterator[Verdict]:
    """The verdicts on the changes of one sum, those from last year and those from the budget apart."""
    for base in ("上年", "预算"):
        yield from _judged(each, base, moves)


def moves_in(document: Document) -> Moves:
    """By fact and base the change that is said of it, as the fact of the change and its signed amount."""
    found: Moves = {}
    for _, told in document.once(moves):
        for change in told:
            up = change.amount_up if change.amount_up is not None else change.rate_up
            if change.now is not None and change.amount is not None and up is not None:
                value = change.amount.value if up else -change.amount.value
                found.setdefault((id(change.now), _base(change.now, change.amount)), (change.amount, value))
    return found


def _base(now: Fact, amount: Fact) -> str:
    between = now.block.text[now.quantity.end : amount.quantity.start] if now.block is amount.block else ""
    clause = re.split(r"[；;。]|(?<!\d),|，", between)
    said = "".join(clause[-2:])
    return "预算" if "预算" in said and not re.search("上年|去年", said) else "上年"


def _judged(each: Sum, base: str, moves: Moves) -> Iterator[Verdict]:
    whole = moves.get((id(each.total), base))
    parts = [moves.get((id(part), base)) or _unmoved(part, each) for _, part in each.parts]
    if whole is None or whole[0] is None or any(part is None for part in parts):
        return
    told = [part for part in parts if part is not None]
    facts = (whole[0], *(fact for fact, _ in told if fact is not None))
    if len(facts) <= _FEWEST - 1:
        return
    expected = sum((value for _, value in told), Decimal(0))
    off, step = whole[1] - expected, min(fact.step for fact in facts)
    unit, factor = whole[0].quantity.unit, whole[0].quantity.factor
    if not off:
        yield relation(facts)
        return
    shown = {
        "expected": f"{printed(expected / factor)}{unit}",
        "stated": f"{printed(whole[1] / factor)}{unit}",
        "difference": f"{printed(off / factor)}{unit}",
    }
    said = "、".join(f"{fact.lead[-12:]}{fact.quantity.text}" for fact in facts[1:])
    message = f"总的增减额是{shown['stated']}，各分项（{said}）合计是{shown['expected']}，相差{shown['difference']}"
    if abs(off) <= step * len(facts) / 2:
        yield finding(Hint, facts, f"{message}；在四舍五入的范围内，请核对尾数。", **shown)
    else:
        text = f"{message}；只有上年另有本年没有列出的项目时才能同时成立，文中没有写明，请核对或写明。"
        yield finding(Conflict, facts, text, **shown)


def _unmoved(part: Fact, each: Sum) -> tuple[Fact | None, Decimal] | None:
    """Nought where the words behind a part, up to the next amount, say that it did not change."""
    later = [fact.quantity.start for fact in each.facts if fact.block is part.block]
    end = min((start for start in later if start > part.quantity.start), default=part.sentence[1])
    behind = part.block.text[part.quantity.end : min(end, part.sentence[1])]
    return (None, Decimal(0)) if _SAME.search(behind) else None
