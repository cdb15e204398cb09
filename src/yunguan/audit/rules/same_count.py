"""同一数量各处一致: a count or a rate told twice in the same words, once with two digits confused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import year_of
from yunguan.audit.sums.sum import one_slip
from yunguan.core.finding import Conflict
from yunguan.core.reading import BlockKind

_OPENS = re.compile(
    r"^(?:(?:19|20)\d{2}年(?:度|末|底)?|全年|全市|全县|全区|全局|全镇|全乡|全系统|局?机关|本年度?|年内|年末|当年|其中|分别|累计|共计?|总计|合计|已|我[局市县区镇乡院校馆站]|的)+"
)
_ENDS = re.compile(r"(?:共计?|总计|合计|累计|达到?|高达|仅|只有|[为是约有])+$")
_YEARS = re.compile(r"(?:19|20)\d{2}(?=\s*年)")
_OF_PART = re.compile(
    r"上年|去年|同期|计划|目标|预计|预期|拟|应|上半年|下半年|季度|[1-9]\d?月|截[至止]|以来|其中|分别|每|平均|[日月场户人]均|最[高低多少大]"
)
_NONE = {
    Role.CHANGE,
    Role.LAST_YEAR,
    Role.TARGET,
    Role.MEAN,
    Role.SHARE,
    Role.ADDED,
    Role.CUT,
    Role.BUDGET,
    Role.ADJUSTED,
}
_WHOLE = re.compile(r"全年|本年|年度|累计|(?:19|20)\d{2}年|现有|实有")
_STATE = re.compile(r"现有|实有|在职|在编")
_ALL_OF_IT = re.compile(r"全[省市县区镇乡]|城区|市城区")
_FEWEST = 4
_TELLING = 6
_THERE_IS = re.compile(r"(?:现有|实有|共有|拥有|设有?|有)(?:[^，,]{0,4}的)?(?P<name>[\u4e00-\u9fff]{3,12})$")
_ALL_BEFORE = re.compile(r"(?:组织|对|为|给|向|将)全(?:[省市县区镇乡局]|体系)$")
_EVERY = re.compile(r"全(?:[省市县区镇乡局]|体系)$")
_AMONG = re.compile(r"中(?:[，,有]|$)|均|都")
_SHORTEST_NOUN = 3
_NEAR = Decimal("1.25")  # what is much less is some of them, 对全县 42 处供水工程进行维修
_MOST_STATES = 100
_GENERIC = re.compile(r"^(?:完成|实现|开展|组织|举办|检查|发放|支出|收入|投入|人员|群众|项目|企业|单位|合计|其他)+$")


@rule(
    "同一数量各处一致",
    why="同一件事的数量在报告各处只能有一个数；抄写时两个数字写颠倒或写错一位，是最常见的差错。",
    compares="正文不同句子里叫法完全相同、单位相同的计数和比率，两数只差一个数字或相邻两位颠倒的。",
    silent="叫法不足四个字的、说到别的年度或目标、分季度分地区的、同一叫法有三个以上不同数的，不比较。",
    caught="全年到馆读者32.6万人次。\n\n2022年到馆读者达36.2万人次，读者满意。",
    passed="全年到馆读者32.6万人次。\n\n2022年到馆读者达32.6万人次，读者满意。",
    remedy="核对台账，把各处改成同一个数；说的不是同一件事的，在文中写明区别。",
)
def same_count(document: Document) -> Iterator[Verdict]:
    """A count told in the same words twice is one number; only two digits confused are surely the same count."""
    year = year_of(document)
    told: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in document.facts:
        name = _name(fact, year)
        if name:
            told[name, fact.quantity.unit, _ALL_OF_IT.sub("", fact.area or "")].append(fact)
    for facts in told.values():
        yield from _judged(facts)
    yield from _before_noun(document, year)


def _name(fact: Fact, year: str) -> str:
    """The words that the number is of, "" where it is no count of the whole year."""
    quantity = fact.quantity
    if fact.block.kind is BlockKind.CELL or quantity.is_money or not quantity.unit or quantity.bound:
        return ""
    if quantity.approximate or fact.role in _NONE or fact.depth:
        return ""
    said = fact.block.text[fact.sentence[0] : quantity.start]
    led = said.removesuffix(fact.lead) if quantity.is_rate else said
    if _OF_PART.search(led) or {*_YEARS.findall(said)} - {year}:
        return ""
    name = _ENDS.sub("", _OPENS.sub("", fact.lead))
    enough = _TELLING if not _WHOLE.search(said) else _FEWEST
    return name if len(name) >= enough and not _GENERIC.match(name) and name.isalpha() else ""


def _judged(facts: list[Fact]) -> Iterator[Verdict]:
    first = facts[0]
    others = [fact for fact in facts[1:] if (fact.block, fact.sentence) != (first.block, first.sentence)]
    values = {fact.value for fact in facts}
    if not others or len(values) > len("两个"):
        return
    other = next((fact for fact in others if fact.value != first.value), others[0])
    if other.value == first.value:
        yield relation((first, other))
    elif one_slip(first, other.value) or one_slip(other, first.value) or _is_state(first, other):
        message = (
            f"“{first.subject}”一处写的是{first.quantity.text}（{first.place.where}），"
            f"另一处写的是{other.quantity.text}（{other.place.where}），像是有一处写错；"
            "只有两处说的不是同一件事时才能同时成立，请核对。"
        )
        yield finding(Conflict, (other, first), message, stated=other.quantity.text, expected=first.quantity.text)


def _before_noun(document: Document, year: str) -> Iterator[Verdict]:
    """现有护路队员 126 名 against 对全市 118 名护路队员 …: the same people, counted before their name."""
    states: dict[str, list[Fact]] = defaultdict(list)
    for fact in document.facts:
        if name := _all_there(fact, year):
            states[name].append(fact)
    once = [(name, facts[0]) for name, facts in states.items() if len(facts) == 1]
    for name, first in once[:_MOST_STATES]:
        for fact in document.facts:
            about = fact is not first and fact.family == first.family and min(fact.value, first.value) > 0
            near = about and max(fact.value, first.value) <= min(fact.value, first.value) * _NEAR
            if near and _is_all_of(fact, name):
                yield relation((first, fact)) if fact.value == first.value else _counted_twice(first, fact, name)


def _counted_twice(first: Fact, other: Fact, name: str) -> Verdict:
    message = (
        f"“{name}”一处写的是{first.quantity.text}（{first.place.where}），另一处写的是{other.quantity.text}"
        f"（{other.place.where}）；只有两处说的不是同一时点或同一范围时才能同时成立，请核对。"
    )
    return finding(Conflict, (other, first), message, stated=other.quantity.text, expected=first.quantity.text)


def _all_there(fact: Fact, year: str) -> str:
    """What a count is the whole number of: 全市现有专职护路队员 126 名 is 专职护路队员; "" where it is none."""
    said = fact.block.text[fact.sentence[0] : fact.quantity.start]
    plain = fact.role is Role.STATED and not (
        fact.quantity.is_money or fact.quantity.bound or fact.quantity.approximate
    )
    if not plain or not fact.quantity.unit or fact.depth or _OF_PART.search(said) or {*_YEARS.findall(said)} - {year}:
        return ""
    match = _THERE_IS.search(fact.lead)
    return match["name"] if match and not _GENERIC.match(match["name"]) else ""


def _is_all_of(fact: Fact, name: str) -> bool:
    """True for a count of all of these: 对全市 118 名专职护路队员, 全县 8246 名低保对象中."""
    text = fact.block.text
    behind = re.match(r"[\u4e00-\u9fff]+", text[fact.quantity.end :])
    before = text[max(fact.sentence[0], fact.quantity.start - len("组织全市")) : fact.quantity.start]
    if behind is None or fact.quantity.approximate:
        return False
    if not _ALL_BEFORE.search(before) and not (_EVERY.search(before) and _AMONG.search(behind[0])):
        return False
    return any(behind[0].startswith(name[cut:]) for cut in range(len(name) - _SHORTEST_NOUN + 1))


def _is_state(first: Fact, other: Fact) -> bool:
    """True for people who are in post: of them there is one number, however far apart the two are."""
    return first.family == other.family == "人" and bool(_STATE.search(first.lead) and _STATE.search(other.lead))
