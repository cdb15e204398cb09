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


@pair_rule("上年的问题本年有交代", Kin.LAST_YEAR)
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
