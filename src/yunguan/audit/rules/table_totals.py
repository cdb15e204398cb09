"""表内合计等于分项之和: total rows and columns, and subject codes, inside one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.judge import judged
from yunguan.audit.sums.sum import Sum
from yunguan.audit.tables.sums import sums_of
from yunguan.core.finding import Doubt, Finding, Relation

_FEWEST = 4


@rule("表内合计等于分项之和")
def table_totals(document: Document) -> Iterator[Verdict]:
    """A total row or column of a table equals its parts; a subject equals the subjects one level below it.

    Where most rows of a table fail the same identity, the table was not understood, which is said once.
    """
    groups: dict[str, list[Sum]] = defaultdict(list)
    for name, each in sums_of(document.sheets):
        groups[name].append(each)
    for found in groups.values():
        verdicts = [judged(each) for each in found]
        failed = [verdict for verdict in verdicts if isinstance(verdict, Finding)]
        if len(failed) >= _FEWEST and len(failed) > sum(isinstance(verdict, Relation) for verdict in verdicts):
            yield Doubt(
                message=f"表中{len(failed)}处合计都对不上，多半是表的结构没有认对，没有判定", places=failed[0].places
            )
        else:
            yield from verdicts
