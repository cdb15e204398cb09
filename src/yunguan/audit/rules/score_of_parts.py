"""分项得分之和等于总得分: the points and scores of indicators told in the text add up to those of their whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.parts import Parts, parts_told
from yunguan.core.finding import Conflict, Contradiction, Hint

_ROUNDED = Decimal("0.01")


@rule(
    "正文分项得分之和等于总得分",
    why="总得分是各项指标得分之和，各项分值加起来就是满分；标题写的分值和得分，应当等于标题下各项之和。",
    compares="一段话或一个标题下写出的各项分值和得分，与它们的总分值（没有写明的按100分）和总得分。",
    silent="各项分值加起来不是总分值、得分也对不上的，可能没有列全，不核对；写了加分或折算的，文中有几个总得分的，不核对。",
    caught=(
        "项目决策得18.5分（满分20分），过程得17.2分（满分20分），产出得33.6分（满分35分），"
        "效益得22.1分（满分25分），综合得分92.4分。"
    ),
    passed=(
        "项目决策得18.5分（满分20分），过程得17.2分（满分20分），产出得33.6分（满分35分），"
        "效益得22.1分（满分25分），综合得分91.4分。"
    ),
    remedy="逐项核对分值和得分，把分项或总得分改成一致；还有没写出来的项的，补写。",
)
def score_of_parts(document: Document) -> Iterator[Verdict]:
    """The points and the scores of all indicators of a whole add up to its points and its score."""
    for each in document.once(parts_told):
        if not any(part.excused for part in each.parts):
            yield from _judged(each)


def _judged(each: Parts) -> Iterator[Verdict]:
    off = each.added_score - each.score.value
    rounded = each.step < each.score.step and abs(off) <= each.score.step / 2
    if each.added_points == each.whole:
        yield from [relation(_scores(each))] if not off or rounded else [_wrong_score(each)]
    elif not off:
        yield _wrong_points(each)


def _wrong_score(each: Parts) -> Verdict:
    facts, added = _scores(each), each.added_score
    message = f"各项得分{_terms(facts[1:])}＝{printed(added)}，与总得分{each.score.quantity.text}不符"
    off = each.score.value - added
    shown = {"expected": printed(added), "stated": each.score.quantity.text, "difference": printed(off)}
    if each.step <= _ROUNDED and abs(off) <= each.step:
        return finding(Hint, facts, f"{message}，相差在末位，请核对。", **shown)
    if each.near:
        return finding(Contradiction, facts, f"{message}；{CANNOT}。", **shown)
    message = f"{message}；只有总得分说的是别的对象时才能同时成立，请核对。"
    return finding(Conflict, facts, message, **shown)


def _wrong_points(each: Parts) -> Verdict:
    points = tuple(part.points for part in each.parts)
    added, whole = printed(each.added_points), printed(each.whole)
    message = (
        f"各项分值{_terms(points)}＝{added}，与总分值{whole}分不符，各项得分之和却等于总得分；"
        "只有另有没有写出、没有得分的项时才能同时成立，请核对。"
    )
    facts = points if each.points is None else (each.points, *points)
    gap = printed(each.whole - each.added_points)
    return finding(Conflict, facts, message, expected=added, stated=whole, difference=gap)


def _scores(each: Parts) -> tuple[Fact, ...]:
    return (each.score, *(part.score for part in each.parts))


def _terms(facts: tuple[Fact, ...]) -> str:
    return "＋".join(printed(fact.value) for fact in facts)
