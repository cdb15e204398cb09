"""The words that say that something was not fulfilled."""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"(?<![无不])(?<!没有)(?:未完成|未达到|未达标|未能完成|没有完成|没有达到|尚未完成|未开展|未实施|部分完成|未全部完成|未按期|未及时完成)"
)
_MISSED = re.compile(
    r"(?:低于|不及|未达到?|未能达到|没有达到|尚未达到)了?(?:年初|年度|预期|绩效|设定|计划|既定|规定|的|[≥\d.%])*(?:目标|指标)值?[≥\d.%]*"
)
_LOWER = re.compile(r"低于|不及")
_RATE_BEFORE = re.compile(r"[\u4e00-\u9fff]{0,12}[率度](?=[^\u4e00-\u9fff率度]|[为是达仅约])")
_BETTER_LOW = re.compile(
    r"投诉|失业|死亡|病死|发生|事故|逾期|差错|损坏|漏损|损耗|能耗|空置|流失|辍学|返贫|不合格|故障|闲置|结余|结转|超|变动|缺"
    r"|拥堵|污染|贫困|弃|空|难度|浓度|成本|控制"
)
_IF_MISSED = re.compile(
    r"调整[^，,]{0,6}(?:目标|指标)|不得分|否则|酌情|每|扣|标准|得0分|如|若|不存在|上年|以前年度|[无没]有?未"
)
_CLAUSES = re.compile(r"[^。；;！？!?]+")
_NOT_SHORT = re.compile(r"无未|没有未|不存在|如有|若|未达标(?:率|数)|未完成(?:率|数|项)|上年|以前年度")


def shortage(text: str) -> str:
    """The words of a text that say that something was not fulfilled, "" where there are none.

    What was short last year, or would be if, is not short.
    """
    found = _SHORT.search(text)
    return "" if found is None or _NOT_SHORT.search(text) else found[0]


def missed_target(text: str) -> str:
    """The words of a text that say that a target was missed, "" where there are none.

    Below the target is a shortage only of what should be high: a rate of satisfaction, not one of complaints. What
    would cost points, 未达到目标的不得分, is not said to have happened.
    """
    for clause in _CLAUSES.finditer(text):
        found = _MISSED.search(clause[0])
        if found is not None and not _IF_MISSED.search(clause[0]) and _counts(found, clause[0][: found.start()]):
            return found[0]
    return ""


def shortage_before_score(text: str) -> str:
    """The words that say that something was not fulfilled in running text, conditions and criteria left out."""
    clauses = (clause[0] for clause in _CLAUSES.finditer(text) if not _IF_MISSED.search(clause[0]))
    return next((words for clause in clauses if (words := shortage(clause))), "")


def lower_is_better(text: str) -> bool:
    """True where a text names what should be low: 投诉率, 失业率, 成本."""
    return _BETTER_LOW.search(text) is not None


def _counts(found: re.Match[str], before: str) -> bool:
    if not _LOWER.match(found[0]):
        return True
    named = _RATE_BEFORE.findall(before)
    return bool(named) and not lower_is_better(named[-1])
