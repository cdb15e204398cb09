"""The words that the gate listens for: promises that nobody can check, reasons that explain nothing."""

from __future__ import annotations

import re

_VAGUE = re.compile(
    r"(?:进一步|不断|持续|切实|大力|全面|有效|充分|逐步|显著|明显|稳步|较好|良好|有所)*(?:加强|提升|提高|完善|改善|增强|促进|推动|推进|优化|强化|规范|保障|确保|健全|加大|落实)"
    r"|符合(?:相关|有关|国家)?(?:规定|要求|标准)|按(?:照)?(?:相关|有关)?(?:规定|要求)|达到[^，。；]{0,8}(?:效果|效益|要求|标准|预期)"
    r"|(?:持续|长期)?发挥[^，。；]{0,4}作用|明显|显著|有所|较好|良好|平稳|满意$|达标|合规|及时|有效|正常"
)
# What lets others find out whether it came true: a number, a limit, an event that did not happen, a whole, a day.
_ANCHOR = re.compile(
    r"\d|[一二三四五六七八九十百千万]+[个项次场家份台辆人起户天日月%]|零(?:投诉|事故|发生)|不(?:增加|发生|出现|超过|低于|少于|高于)"
    r"|未发生|没有发生|无(?:事故|投诉|违规|拖欠|重大|较大)|杜绝|下降|低于|高于|全部|全覆盖|每[年季月周]|逐[项户台家]"
    r"|(?:按期|按时|限期|如期)(?:完成|办结|公开|公布|报送|交付|出具)|时限|期限|之前|日前|底前|办结|公开|验收合格|印发|出具|通过(?:验收|审计|评审)"
)
_NOTHING = re.compile(
    r"受?(?:新冠)?(?:肺炎)?疫情(?:防控)?(?:的)?(?:原因|影响)?|(?:客观|历史|特殊|政策|主观|其他|其它|多种|各种|种种|工作|实际|相关|有关)(?:的)?(?:原因|情况|因素)"
    r"|人员(?:不足|紧张|变动)|人手(?:不足|紧张|少)|时间紧|任务重|(?:财政)?资金(?:不足|紧张|未到位)|重视(?:程度)?不够|认识不足|经验不足"
    r"|(?:工作|项目|支付)?进度(?:较|偏)?(?:慢|滞后)|(?:没有|未|未能|尚未)(?:按期)?完成(?:目标|任务|计划)?|超额完成(?:目标|任务|计划)?|完成(?:情况)?较好|目标(?:值)?(?:设定)?偏[低高]"
)
_FILLER = re.compile(
    r"由于|因为|因|受|所致|导致|造成|影响|原因|等|的|了|和|及|与|以及|本年度?|全年|今年|年初|较|有所|部分|主要是?|无|略|[\s，。；、：:,.;！!（）()]"
)
_EMPTY = {
    "",
    "无",
    "略",
    "有",
    "见附件",
    "附件",
    "详见附件",
    "待补",
    "待补充",
    "同上",
    "齐全",
    "资料",
    "台账",
    "佐证材料",
}
_LATER = re.compile(r"已(?:经)?(?:补|全部|整改|完成|达到)|(?:后|现|目前|年底前?|年末)已")
_LEAST = 4
"""A reason that still has so many characters without its empty phrases says something."""


def vague(text: str) -> str:
    """The words of a promise that nobody can check, "" where something in the text can be checked."""
    found = _VAGUE.search(text)
    return found[0] if found and not _ANCHOR.search(text) else ""


def has_number(text: str) -> bool:
    """Whether a goal promises something that can be counted or dated."""
    return re.search(r"\d|[零一二两三四五六七八九十百千万]+(?:个|项|次|场|家|份|台|辆|人|起|户|成)", text) is not None


def explains_nothing(reason: str) -> bool:
    """Whether a reason consists of phrases that would fit every indicator of every year."""
    return len(_FILLER.sub("", _NOTHING.sub("", reason))) < _LEAST


def names_nothing(evidence: str) -> bool:
    """Whether what stands for evidence names no document."""
    return evidence.strip("。．. ") in _EMPTY


def made_good(text: str) -> bool:
    """Whether a text goes on to say that what was missing was done after all."""
    return _LATER.search(text) is not None


def same_words(text: str) -> str:
    """A text without spaces and marks, to be compared."""
    return re.sub(r"[\s，。；、：:,.;！!“”\"（）()]", "", text)


def quoted(words: str) -> str:
    """Words between quotation marks; those that they hold themselves become single ones (GB/T 15834)."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"
