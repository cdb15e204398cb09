"""The total score that a document's text gives its subject: 项目自评总分 98.49 分."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.facts import Fact
from yunguan.audit.rule import Document
from yunguan.audit.scoring.told import LEAST_WHOLE, told_scores

_TOTAL = re.compile(
    r"(?:(?:自评|评价|综合|最终|最后|项目|总体|考核|绩效)+(?:的)?(?:总?得分|总分|评分|分数)|总得分|总分|(?:最终|综合|自评|评价|总体)得)"
    r"(?:值|数)?(?:为|是|共|达到?)*$"
)


def total_scores(document: Document) -> Iterator[Fact]:
    """The scores that the text gives as totals, those of single indicators left out."""
    of_one = {id(each.score) for each in document.once(told_scores) if each.points.value < LEAST_WHOLE}
    for fact in document.facts:
        told = fact.quantity.unit == "分" and not fact.quantity.bound and id(fact) not in of_one
        if told and _TOTAL.search(fact.lead):
            yield fact
