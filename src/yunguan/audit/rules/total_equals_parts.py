"""合计数等于分项之和: a total against the parts that the text binds to it."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.judge import judged


@rule(
    "合计数等于分项之和",
    why=(
        "合计数等于各分项之和；"
        "尾数的出入不能超过四舍五入所能造成的（GB/T 8170—2008《数值修约规则与极限数值的表示和判定》）。"
    ),
    compares=(
        "“其中”“分别为”、冒号、括号后面逐项列出的数与前面的总数，写出的算式，“年初预算＋追加－追减”，"
        "以及“三公”经费等固定由几项组成的总数。"
    ),
    silent="看不出所列的就是全部分项时记为无法判定；党员、女职工等可以重叠的分类不相加。",
    caught=(
        "2024年三公经费支出 6.4 万元，其中：公务接待费 0.9 万元，公务用车购置及运行费 5.8 万元，因公出国（境）"
        "费 0 万元。"
    ),
    passed=(
        "2024年三公经费支出 6.4 万元，其中：公务接待费 0.9 万元，公务用车购置及运行费 5.5 万元，因公出国（境）"
        "费 0 万元。"
    ),
    remedy="核对总数和各分项，改正写错的一处；有没列出的部分，写明“其余为……”。",
)
def total_equals_parts(document: Document) -> Iterator[Verdict]:
    """A stated total must equal the sum of the parts bound to it, within the precision that they are printed with."""
    for each in document.once(sums):
        yield judged(each)
