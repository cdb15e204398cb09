"""上年的问题本年有交代: each problem that last year's report named is taken up somewhere in this year's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.binding import shared_term
from yunguan.audit.pairs.pair import Kin, Pair, pair_rule
from yunguan.audit.prose import bare, paragraphs
from yunguan.audit.rule import Verdict
from yunguan.audit.rules.problem_without_measure import chapters, items
from yunguan.core.finding import Doubt, Hint, Relation

_PROBLEMS = re.compile(r"问题|不足")
_SHORTEST = 4


@pair_rule(
    "上年的问题本年有交代",
    Kin.LAST_YEAR,
    why="上年报告写出的问题，本年报告应当有交代：已经整改的写结果，仍然存在的写明原因。",
    compares="上年报告“问题”一章逐条的开头，与本年报告全文有没有相同的说法。",
    silent="上年报告没有这一章时不核对；一条也认不出来时记为无法判定。",
    beside=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2022年度）\n\n一、存在的问题\n\n"
        "一是仪器检定周期过长。二是成果汇交不够及时。"
    ),
    caught="某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、绩效情况\n\n仪器检定周期过长的问题已经解决。",
    passed=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、绩效情况\n\n"
        "仪器检定周期过长的问题已经解决，成果汇交不够及时仍待改进。"
    ),
    remedy="补写这个问题的整改情况，或者写明仍然存在的原因和打算。",
)
def problems_of_last_year(pair: Pair) -> Iterator[Verdict]:
    """A problem of last year was put right, is still there, or is gone: this year's report says which."""
    named = [chapter for chapter in chapters(pair.other) if _PROBLEMS.search(chapter[0])]
    problems = [item for _, blocks in named for item in items(blocks)]
    text = bare("".join(block.text for block in paragraphs(pair.document.reading)))
    taken_up = [len(shared_term(head, text)) >= _SHORTEST for head, _ in problems]
    if problems and not any(taken_up):
        places = (pair.theirs(problems[0][1]),)
        yield Doubt(message="上年报告的问题在本年报告里一处也认不出来，没有判定。", places=places)
        return
    for (head, place), found in zip(problems, taken_up, strict=True):
        if found:
            yield Relation(places=(pair.theirs(place),), operands=())
        else:
            message = f"上年报告提出的问题“{head}”在本年报告里没有交代，请写明整改情况，或说明仍然存在。"
            yield Hint(message=message, places=(pair.theirs(place),))
