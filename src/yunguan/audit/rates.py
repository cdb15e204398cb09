"""Rates by name: which counts a 弃考率, a 备案率 or a 执行率 is made of, and which scope the words give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from yunguan.audit.facts import Fact, Role


@dataclass(frozen=True)
class Rate:
    """A rate: the part and the whole are known by the words of their subjects.

    `complement` is true where the part counts those that stayed (弃考率 = (报名 − 参考) ÷ 报名).
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]
    complement: bool = False
    of_budget: bool = False

    def parts(self, facts: list[Fact]) -> list[Fact]:
        return [fact for fact in facts if self._is(fact, self.part)]

    def wholes(self, facts: list[Fact]) -> list[Fact]:
        return [fact for fact in facts if self._is(fact, self.whole)]

    def _is(self, fact: Fact, words: re.Pattern[str]) -> bool:
        if fact.quantity.is_rate or fact.role in {Role.TARGET, Role.MEAN, Role.CHANGE, Role.LAST_YEAR}:
            return False
        return bool(words.search(fact.lead + fact.behind) or words.search(fact.subject))


def _rate(name: str, part: str, whole: str, *, complement: bool = False) -> Rate:
    return Rate(re.compile(name), re.compile(part), re.compile(whole), complement)


# 财预〔2013〕53号 for 控制率 and 到位率; the others as offices use the words
RATES: Final = (
    _rate(r"弃考率|缺考率|缺席率", r"参考|参加考|实考|到考|到场|实到", r"报名|报考|应考|应参|应到", complement=True),
    _rate(r"到会率|出勤率|参会率|到课率", r"实到|到会|出勤|参会", r"应到|应出勤|应参"),
    _rate(r"完成率|实现率|完成(?:计划|目标|任务)数?的?$", r"实际|完成|已", r"计划|任务|应"),
    _rate(r"利用率|在用率", r"在用|使用中", r"固定资产|全部|总|配备"),
    _rate(r"参考率|到考率|参考比例", r"参考|参加考|实考|到考", r"报名|报考|应考|应参"),
    _rate(
        r"合格率|通过率",
        r"(?<!不)合格|通过",
        r"参考|参加|参训|参培|受训|培训|参评|到场|实考|抽检|抽查|送检|检测|检验|受检",
    ),
    _rate(r"控制率", r"在职|在编在|实有", r"编制(?!内)"),
    Rate(
        re.compile(r"执行率|完成(?:年初|全年|调整后?)?预算(?:的)?$|^完成$"),
        re.compile(r"."),
        re.compile(r"."),
        of_budget=True,
    ),
    _rate(r"办结率|按时办结率", r"办结", r"受理|收到|承办|交办|接收"),
    _rate(r"到位率", r"(?<!应)到位", r"应到位|下达|安排"),
    _rate(r"回收率", r"回收|收回", r"发放|发出|发给"),
    _rate(r"满意率|满意度", r"(?<!不)满意", r"有效|受访"),
)
_VERB_RATE = re.compile(r"([\u4e00-\u9fff]{2})率")


def rate_of(fact: Fact) -> Rate | None:
    """The rate that a percentage states by its name; any other 某某率 is 已某某 ÷ 应某某."""
    words = fact.lead or fact.before
    for rate in RATES:
        if rate.name.search(words):
            return rate
    verb = _VERB_RATE.search(words)
    return _of_verb(verb[1]) if verb else None


def _of_verb(verb: str) -> Rate:
    done = rf"(?:已|完成|实际|实|共)[^应需未]*{verb}|^{verb}|(?:已|实){verb[-1]}$"
    return _rate(f"{verb}率", done, rf"(?:应当|应|需|须)(?:{verb}|{verb[-1]}(?![\u4e00-\u9fff]*率))")
