"""表内合计等于分项之和: total rows and columns, and subject codes, inside one table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from yunguan.audit.misread import unless_misread
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.judge import judged
from yunguan.audit.sums.sum import Sum
from yunguan.audit.tables.sums import sums_of


@rule(
    "表内合计等于分项之和",
    why=(
        "表里的合计、小计等于它下面或旁边的分项之和，上级科目等于下级科目之和（《预算法》第七十五条：数额准确、"
        "内容完整）。"
    ),
    compares="合计行与各行，合计栏与各栏，“类、款、项”三级科目编码。",
    silent=(
        "比率、增减一类的栏不相加；“其中”的行不重复相加；多数行都对不上时，多半是表的结构没有认对，只记一次无法判定。"
    ),
    caught="支出表\n\n| 项目 | 金额（万元） |\n| 甲工程 | 1.50 |\n| 乙工程 | 2.25 |\n| 合计 | 3.95 |",
    passed="支出表\n\n| 项目 | 金额（万元） |\n| 甲工程 | 1.50 |\n| 乙工程 | 2.25 |\n| 合计 | 3.75 |",
    remedy="对照原始报表核实合计和分项，改正写错的一处或补上漏列的行。",
)
def table_totals(document: Document) -> Iterator[Verdict]:
    """A total row or column of a table equals its parts; a subject equals the subjects one level below it.

    Where most rows of a table fail the same identity, the table was not understood, which is said once.
    """
    groups: dict[str, list[Sum]] = defaultdict(list)
    for name, each in sums_of(document.sheets):
        groups[name].append(each)
    for found in groups.values():
        yield from unless_misread((judged(each) for each in found), "处合计")
