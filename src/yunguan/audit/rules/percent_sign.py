"""百分号没有丢: a rate, a share or a growth printed without its per cent sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict

_RATE = re.compile(
    r"(?:[\u4e00-\u9fff](?<![汇利频功速倍税费概斜])率|满意度|占比|比重|占|增长|下降|上升|提升|增幅|降幅|增速|幅度|进度|预算数?的|比例|^完成|的)"
    r"(?:分别|高|已|约|仅|了|占)*(?:达|为|是|约|至|到|仅)*$"
)
_ENDS = re.compile(r"\s*(?:[，。；、（）(),;]|$)")
_OPENED = re.compile(r"(?:元|人次|人|家|户|件|次)\s*\(\s*$")
_EQUATION = re.compile(r"[=＝+＋/]")
_SAID = re.compile(r"(?:达到|达|为|是|占|增长|下降|上升|至)$")
_OF_BUDGET = re.compile(r"预算.{0,12}的$|^的$|占[^，。；]{2,24}的$")


@rule(
    "百分号没有丢",
    why="比率、占比、增减幅度应当带百分号；丢了百分号，数就成了另一个意思。",
    compares="“率”“占”“增长”“下降”等后面没有单位的数，以及金额后面括号里单独的小数。",
    silent="后面另有单位或文字的数、不大于1的数、汇率等不是百分比的“率”，不算。",
    caught="考试合格率 58.14。",
    passed="考试合格率 58.14%。",
    remedy="补上“%”，或者写明单位。",
    reads_all=True,
)
def percent_sign(document: Document) -> Iterator[Verdict]:
    """A number behind 率, 占 or 增长, or alone in a bracket behind an amount, is a percentage and says so."""
    for fact in document.facts:
        quantity = fact.quantity
        if _bracketed(fact):
            message = f"“{fact.quote}”括号里的{quantity.text}没有单位，像是占比丢了“%”，请补上或写明。"
            yield finding(Conflict, (fact,), message, stated=quantity.text)
            continue
        if quantity.unit or quantity.value <= 1 or quantity.value > 1000 or not _RATE.search(fact.lead):  # noqa: PLR2004
            continue
        behind = flat(fact.block.text)[quantity.end :]
        if "." not in quantity.text and not _SAID.search(fact.lead) and not fact.lead.endswith("率"):
            continue
        bare_of = fact.lead.endswith("的") and not _OF_BUDGET.search(fact.lead)
        if _ENDS.match(behind) and not bare_of and not _EQUATION.search(fact.quote):
            message = f"“{fact.quote}”的{quantity.text}后面缺百分号，像是丢了“%”，请补上或写明单位。"
            yield finding(Conflict, (fact,), message, stated=quantity.text)


def _bracketed(fact: Fact) -> bool:
    """True for a bare decimal alone in a bracket behind an amount: 收入 490 万元（98.00）."""
    text, quantity = flat(fact.block.text), fact.quantity
    if quantity.unit or "." not in quantity.text or quantity.value > 100:  # noqa: PLR2004 - more is no rate
        return False
    return bool(_OPENED.search(text[: quantity.start])) and text[quantity.end :].lstrip()[:1] == ")"
