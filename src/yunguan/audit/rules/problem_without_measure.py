"""问题都有措施: each problem of one chapter is taken up in the chapter of measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.binding import shared_term
from yunguan.audit.prose import bare, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Doubt, Hint, Place, Relation
from yunguan.core.reading import Block, BlockKind

_PROBLEMS, _MEASURES = re.compile(r"问题|不足"), re.compile(r"措施|建议|打算")
_ITEM = re.compile(r"(?:^|[。；])\s*\**(?:[一二三四五六七八九]是|[（(][一二三四五六七八九\d]+[)）]|\d{1,2}[.、．])")
_SHORTEST = 4


@rule(
    "问题都有改进措施",
    why="写出的每个问题都应有针对它的改进措施（自评报告提纲：存在的问题及原因分析、下一步改进措施）。",
    compares="“问题”一章逐条的开头，与“措施”“建议”一章里有没有相同的说法。",
    silent="没有这两章时不核对；措施大多没有沿用问题的说法时，记为无法判定。",
    caught=(
        "一、存在的问题\n\n一是支付进度偏慢，年底集中付款。\n\n二是档案收集不及时，资料分散。\n\n二、改进措施\n\n"
        "一是针对支付进度偏慢，按月通报。\n\n二是加强学习。"
    ),
    passed=(
        "一、存在的问题\n\n一是支付进度偏慢，年底集中付款。\n\n二是档案收集不及时，资料分散。\n\n二、改进措施\n\n"
        "一是针对支付进度偏慢，按月通报。\n\n二是解决档案收集不及时的问题，建立台账。"
    ),
    remedy="给没有措施的问题补写措施，并沿用问题的说法，便于一一对应。",
)
def problem_without_measure(document: Document) -> Iterator[Verdict]:
    """A report that names a problem says what will be done about it, in words that can be recognised."""
    told = chapters(document)
    problems = [item for title, blocks in told if _PROBLEMS.search(title) for item in items(blocks)]
    measures = bare("".join(block.text for title, blocks in told if _MEASURES.search(title) for block in blocks))
    if not problems or not measures:
        return
    answered = [len(shared_term(head, measures)) >= _SHORTEST for head, _ in problems]
    if not any(answered) or sum(answered) * 2 < len(answered):
        yield Doubt(message="改进措施没有沿用问题的说法，看不出是否一一对应，没有判定。", places=(problems[0][1],))
        return
    for (head, place), found in zip(problems, answered, strict=True):
        if found:
            yield Relation(places=(place,), operands=())
        else:
            yield Hint(message=f"问题“{head}”在改进措施里没有对应的内容，请补写针对它的措施。", places=(place,))


def chapters(document: Document) -> list[tuple[str, list[Block]]]:
    """The chapters by their titles, with the blocks under each."""
    found: list[tuple[str, list[Block]]] = []
    for block in paragraphs(document.reading):
        if block.kind is BlockKind.HEADING and block.level == 1:
            found.append((block.text, []))
        elif found:
            found[-1][1].append(block)
    return found


def items(blocks: list[Block]) -> Iterator[tuple[str, Place]]:
    """The problems by their first clause, with the place where they stand."""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            continue
        for match in _ITEM.finditer(block.text):
            head = re.split(r"[，,。；;：:]", block.text[match.end() :])[0].strip("* ")
            if len(head) >= _SHORTEST:
                yield head, block.place(block.text[match.end() : match.end() + 40])
