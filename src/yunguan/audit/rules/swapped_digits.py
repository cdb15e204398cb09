"""数字没有颠倒: two numbers of one thing in two sentences that differ only by two neighbouring digits swapped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice, product

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact, Role
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.sum import turned
from yunguan.core.finding import Conflict
from yunguan.core.reading import BlockKind

_NONE = {Role.CHANGE, Role.LAST_YEAR, Role.TARGET, Role.MEAN, Role.SHARE, Role.RATE, Role.ADDED, Role.CUT}
_OTHER_TIME = re.compile(r"上年|去年|同期|上半年|下半年|季度|[1-9]\d?月份?(?!\d*日)|计划|目标|拟|预计")
_NOUN = re.compile(r"[\u4e00-\u9fff]{2,}$")
_VERBS = re.compile(r"(?:为|是|共|共计|合计|达|达到|约|有|安排|支出|完成|拨付)+$")
_OPENS = re.compile(
    r"^(?:其中|(?:19|20)\d{2}年(?:度|末|底)?|全[年省市县区镇乡局]|本[年局项]|应当?|建议|年度|项目|工程|直接|已|共|实际|的|受益|惠及|覆盖|服务|涉及|资助|补助|帮扶"
    r"|拨付|支付|使用|投入|支出|完成|安排|到位|检查|培训|发放)+"
)
_NEW = re.compile(r"当年|新增")
_PART = re.compile(rf"其中|{_NEW.pattern}")
_LEAST = 4
_SHORTEST = 2
_MOST = 20


@rule(
    "数字没有颠倒",
    why="抄数时最容易把相邻的两个数字写颠倒；同一件事两处的数只差这一点，多半有一处写错。",
    compares="正文不同句子里单位相同、所数的名词相同、四位以上的数，只有相邻两位颠倒的。",
    silent="已经参加了成立的合计的、说到上年、计划或某个季度月份的，写明“其中”“新增”或修饰语不同（中央资金、省级资金）的，不比较。",
    caught="受益学生12680人。\n\n项目惠及学生12860人。",
    passed="受益学生12680人。\n\n项目惠及学生12680人。",
    remedy="核对台账，把写颠倒的一处改正；说的不是同一件事的，在文中写明区别。",
)
def swapped_digits(document: Document) -> Iterator[Verdict]:
    """Two numbers of one noun that are each other with two neighbours swapped are one number, told wrongly once."""
    held = {id(fact) for each in document.once(sums) if each.holds for fact in each.facts}
    alike: dict[tuple[str, str], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in document.facts:
        digits = _digits(fact)
        if digits:
            alike[fact.quantity.unit, "".join(sorted(digits))][digits].append(fact)
    for told in alike.values():
        for one, other in combinations(list(told)[:_MOST], 2):
            if turned(told[one][0], told[other][0]):
                pairs = product(told[one][:_MOST], told[other][:_MOST])
                apart = ((a, b) for a, b in pairs if not (id(a) in held and id(b) in held) and _of_one_thing(a, b))
                yield from (_judged(*pair) for pair in islice(apart, 1))


def _digits(fact: Fact) -> str:
    """The digits as printed, "" for what is no plain number of four or more of them."""
    quantity = fact.quantity
    if fact.block.kind is BlockKind.CELL or quantity.is_rate or not quantity.unit or quantity.bound:
        return ""
    said = fact.block.text[fact.sentence[0] : quantity.start]
    if fact.role in _NONE or quantity.approximate or _OTHER_TIME.search(said):
        return ""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", flat(quantity.text))
    digits = match[0].replace(",", "") if match else ""
    return digits if len(digits.replace(".", "").strip("0")) >= _LEAST else ""


def _of_one_thing(first: Fact, other: Fact) -> bool:
    """True for numbers of two sentences whose nouns end alike: 受益学生 and 惠及学生."""
    if first.block is other.block and first.sentence == other.sentence:
        return False
    nouns = [_NOUN.search(_VERBS.sub("", fact.lead)) or _NOUN.search(fact.behind) for fact in (first, other)]
    one, two = (noun[0] if noun else "" for noun in nouns)
    alike = len(one) >= _SHORTEST and one[-_SHORTEST:] == two[-_SHORTEST:]
    return alike and not _told_apart(one, two)


def _told_apart(one: str, two: str) -> bool:
    """True where each noun says more than that it was reached or paid for, and not the same: 中央资金, 省级资金."""
    bare, other = _OPENS.sub("", one), _OPENS.sub("", two)
    if bare == other:
        return bool(_NEW.search(one)) is not bool(_NEW.search(two))
    return bool(_PART.search(one + "，" + two)) or not (bare.endswith(other) or other.endswith(bare))


def _judged(first: Fact, other: Fact) -> Verdict:
    message = (
        f"“{first.lead}”{first.quantity.text}（{first.place.where}）与“{other.lead}”{other.quantity.text}"
        f"（{other.place.where}）只有相邻两位颠倒，像是有一处抄错；只有两处说的不是同一件事时才能同时成立，请核对。"
    )
    return finding(Conflict, (other, first), message, stated=other.quantity.text, expected=first.quantity.text)
