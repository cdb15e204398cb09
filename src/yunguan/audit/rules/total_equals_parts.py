"""合计数等于分项之和: a total against the parts that the text binds to it."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.judge import judged


@rule("合计数等于分项之和")
def total_equals_parts(document: Document) -> Iterator[Verdict]:
    """A stated total must equal the sum of the parts bound to it, within the precision that they are printed with."""
    for each in document.once(sums):
        yield judged(each)
