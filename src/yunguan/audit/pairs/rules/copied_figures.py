"""没有照抄上年的数: sentences that differ from last year's in nothing but the year, numbers and all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.facts import Fact
from yunguan.audit.pairs.pair import Kin, Pair, pair_rule
from yunguan.audit.quantities import unspaced
from yunguan.audit.rule import Document, Verdict
from yunguan.audit.setting import Setting
from yunguan.audit.sums.find import sentences
from yunguan.core.finding import Conflict, Hint

LEAST = Setting("copied_figures", "least", 5, "与上年报告原句原数相同的数达到几个时按冲突列出")
_FEWEST = 2
_DIGITS = 3
_YEARS = re.compile(r"(?:19|20)\d{2}\s*年?|[一二三四五六七八九十]+五")
_STANDING = re.compile(
    r"编制|内设|科室|下设|下辖|成立|辖区|面积|里程|人口|位于|标准|以上|以下|不低于|不超过|目标|计划|规定"
)
_SHOWN = 6


@pair_rule(
    "没有照抄上年的数",
    Kin.LAST_YEAR,
    why="两年的工作结果不会连尾数都相同；整句照抄上年而只改年份，数就不是本年的。",
    compares="除年份外完全相同的句子里，位数较多的数。",
    silent="编制、内设机构、面积、标准、目标等每年不变的内容不算，三位以下的数不算。",
    beside=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2022年度）\n\n一、情况\n\n"
        "全年测量图幅 1238 幅，外业 462 天。野外检查 318 处，返工 126 处。"
    ),
    caught=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、情况\n\n"
        "全年测量图幅 1238 幅，外业 462 天。野外检查 318 处，返工 126 处。"
    ),
    passed=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、情况\n\n"
        "全年测量图幅 1305 幅，外业 471 天。野外检查 296 处，返工 103 处。"
    ),
    remedy="逐一核对这些数是不是本年的，是上年的改成本年数。",
)
def copied_figures(pair: Pair) -> Iterator[Verdict]:
    """Two years do not have the same results to the last digit; what stands unchanged was copied, or needs a word.

    What stays from year to year (posts, offices, area, standards) does not count, nor does a number of few digits.
    """
    last = _told(pair.other)
    ours = {words: facts for words, facts in _told(pair.document).items() if words in last}
    copied = [fact for facts in ours.values() for fact in facts]
    if len({fact.value for fact in copied}) < _FEWEST:
        return
    theirs = [fact for words in ours for fact in last[words]]
    kind = Conflict if len({fact.value for fact in copied}) >= LEAST.number(pair.document) else Hint
    message = (
        f"有{len(copied)}个数连同原句与上年报告完全相同（如“{copied[0].quote}”），像是照抄上年；"
        "只有两年的数恰好全部相同时才能成立，请逐一核对。"
    )
    yield pair.finding(kind, copied[:_SHOWN], theirs[:_SHOWN], message)


def _told(document: Document) -> dict[str, list[Fact]]:
    """The telling numbers of each sentence, under its words without the years."""
    found: dict[str, list[Fact]] = {}
    for text in sentences(document.facts):
        telling = [fact for fact in text.facts if _tells(fact)]
        if telling and not _STANDING.search(text.sentence):
            found.setdefault(unspaced(_YEARS.sub("", text.sentence)), telling)
    return found


def _tells(fact: Fact) -> bool:
    digits = re.sub(r"\D", "", str(fact.quantity.value)).strip("0")
    return len(digits) >= _DIGITS and not fact.quantity.bound and not fact.quantity.approximate
