"""同一文号的资金数一致: what one document grants, told in two places of a report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from yunguan.audit.compare import finding, operands, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.prose import around
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import one_slip
from yunguan.core.finding import Conflict, Doubt

_NUMBER = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{2,12})\s*[〔【\[(]\s*(?P<year>(?:19|20)\d{2})\s*[〕】\])]\s*第?\s*(?P<no>\d+)\s*号"
)
_LEADS = re.compile(r"^.*(?:根据|依据|按照|按|以|由|经|和|及|与|文件|通过|下达|印发)")
_SPENT = re.compile(r"支出|支付|使用|拨付|执行|完成|结余|结转|剩余|报销|其中|用于|已付|兑付|占")
_NO_GRANT = {Role.CHANGE, Role.LAST_YEAR, Role.MEAN, Role.TARGET, Role.EXECUTED, Role.CUT}
_CLAUSE = re.compile(r"[^；;]+")
_OFFICE = 6
_NEAR = 60


@rule(
    "同一文号的资金数一致",
    why="一份文件下达多少资金只有一个数，正文前后各处引用同一文号时，资金数应当相同。",
    compares="引用同一发文字号的各句里，下达、安排、到位的资金数。",
    silent="一句里写了几笔钱的、说的是支出或结余的，不比较；两数相去甚远的，多半是同一文件里的不同项目，记为无法判定。",
    caught="某财农〔2022〕48号下达造林补助320万元。\n\n造林补助（某财农〔2022〕48号）到位302万元。",
    passed="某财农〔2022〕48号下达造林补助320万元。\n\n造林补助（某财农〔2022〕48号）到位320万元。",
    remedy="对照下达资金的文件，把各处改成同一个数；同一文件里有几笔资金的，写明各是哪一笔。",
)
def amount_of_document(document: Document) -> Iterator[Verdict]:
    """The grant of one document number is one amount wherever it is told; near misses are surely the same grant."""
    told: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for text in document.once(texts_of):
        for key, fact in _grants(text):
            told[key].append(fact)
    for facts in told.values():
        yield from _judged(facts)


def _grants(text: TextFacts) -> Iterator[tuple[tuple[str, str, str], Fact]]:
    """The document number of a sentence that names one, with its only amount."""
    begin = text.facts[0].sentence[0]
    for clause in _CLAUSE.finditer(text.sentence):
        named = list(_NUMBER.finditer(text.sentence, *clause.span()))
        inside = (fact for fact in text.facts if clause.start() <= fact.quantity.start - begin < clause.end())
        money = [fact for fact in inside if fact.quantity.is_money and not _is_spent(fact)]
        if len(named) == len(money) == 1:
            yield from _grant(named[0], money[0], begin)


def _grant(number: re.Match[str], fact: Fact, begin: int) -> Iterator[tuple[tuple[str, str, str], Fact]]:
    start = fact.quantity.start - begin
    far = min(abs(start - number.end()), abs(number.start() - start))
    if far <= _NEAR and fact.role not in _NO_GRANT and not fact.quantity.approximate:
        yield (_office(number["office"]), number["year"], number["no"]), fact


def _is_spent(fact: Fact) -> bool:
    return fact.role is Role.EXECUTED or bool(_SPENT.search(fact.lead))


def _office(words: str) -> str:
    """The office's sign at the end of the words before the year: 根据某财农 is 某财农."""
    return _LEADS.sub("", words)[-_OFFICE:]


def _judged(facts: list[Fact]) -> Iterator[Verdict]:
    first, *others = facts
    for other in others:
        if other.value == first.value:
            yield relation((first, other))
            continue
        number = _NUMBER.search(flat(other.block.text))
        name = f"“{_LEADS.sub('', number[0])}”" if number else "同一文号"
        message = f"{name}一处写的是{first.quantity.text}，另一处写的是{other.quantity.text}"
        if one_slip(first, other.value) or one_slip(other, first.value):
            text = f"{message}；只有文件里另有一笔资金时才能同时成立，文中没有写明，请核对或写明。"
            yield finding(Conflict, (other, first), text, stated=other.quantity.text, expected=first.quantity.text)
        else:
            places = (around(first.block, first.quantity.start, first.quantity.end), other.place)
            yield Doubt(
                message=f"{message}；可能是不同的资金，没有判定。", places=places, operands=operands((first, other))
            )
