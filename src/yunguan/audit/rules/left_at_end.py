"""年末结余与全年收支相符: what was there and came in, less what was spent, is what is left, wherever each is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.facts import Fact, Role
from yunguan.audit.identity import DocumentKind
from yunguan.audit.quantities import unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums, texts_of
from yunguan.audit.sums.judge import judged
from yunguan.audit.sums.sum import Bond, Sum
from yunguan.core.finding import Hint, Relation

_LINKS = {
    "begin": re.compile(r"(?:上年|年初|期初|上期)(?:末)?(?:滚存)?(?:结余|结转|余额)(?:和?结[余转])?(?:资金|经费)?$"),
    "income": re.compile(
        r"(?:本年|全年|当年|本期|年度)(?:总|共|经费|实际)?(?:收入|到账)(?:合计|总额|总计)?$|^收入合计$"
    ),
    "usable": re.compile(
        r"(?:全年|本年|当年)?(?:可用|可支配|可使用)(?:资金|经费|财力)(?:合计|总额|总计)?$|(?:实际|共|累计)?(?:到位(?:资金)?|资金到位)(?:合计)?$"
    ),
    "spending": re.compile(
        r"(?:本年|全年|当年|本期|年度)(?:总|共|经费|累计|实际)*支出(?:合计|总额|总计)?$|^支出合计$|(?:累计|实际)支出$"
    ),
    "end": re.compile(
        r"(?:年末|年底|期末|年终)(?:滚存)?(?:结余|结转|余额)(?:和?结[余转])?(?:资金|经费)?$|^(?:结转|结余)(?:至|到)?下年(?:使用)?(?:资金)?$"
    ),
}
_SAYS = re.compile(r"(?:合计|总计|共计)?(?:为|是|共|共计|达|有|约)*$")
_CHANGED = {Role.CHANGE, Role.TARGET, Role.MEAN, Role.RATE, Role.SHARE}
_APART = {DocumentKind.ACCOUNT, DocumentKind.PLAN}


@rule(
    "年末结余与全年收支相符",
    why="年初结余加全年收入减全年支出就是年末结余，不论这几个数写在哪里（《预算法》第七十五条：收支真实、数额准确）。",
    compares="正文各处和表中只写了一个数的上年结转（结余）、全年收入、全年支出、年末结转（结余），或全年可用资金。",
    silent="其中有一项没有写、写了几个不同的数，差额文中另有写明（如财政收回），或相差悬殊、多半不是一笔账时，不核对；决算、预算公开的收支由“收支平衡”核对。",
    caught="上年结余12.40万元，全年收入30.00万元。\n\n全年支出25.15万元。\n\n年末结余17.52万元。",
    passed="上年结余12.40万元，全年收入30.00万元。\n\n全年支出25.15万元。\n\n年末结余17.25万元。",
    remedy="对照账簿核实四个数，改正写错的一处；另有调整的，写明调整数。",
)
def left_at_end(document: Document) -> Iterator[Verdict]:
    """年初结余 + 全年收入 − 全年支出 = 年末结余, each stated with one value in the whole document."""
    if document.identity.kind in _APART:
        return
    found = {name: _only(document, words) for name, words in _LINKS.items()}
    begin, income, usable, spending, end = (found[name] for name in _LINKS)
    if spending is None or end is None:
        return
    parts: list[tuple[int, Fact]] = []
    if usable is not None:
        parts = [(1, usable), (-1, spending)]
    elif begin is not None and income is not None:
        parts = [(1, begin), (1, income), (-1, spending)]
    told = Sum(end, tuple(parts), Bond.WHOLE)
    if parts and not _told_already(document, told):
        verdict = judged(told)
        if isinstance(verdict, Relation | Hint) or (told.near and not _explained(document, told)):
            yield verdict


def _explained(document: Document, told: Sum) -> bool:
    """True where the document states the very difference: what was handed back, or came in besides."""
    gap = abs(told.difference)
    return any(fact.quantity.is_money and fact.value == gap for fact in document.facts)


def _only(document: Document, words: re.Pattern[str]) -> Fact | None:
    """The amount of this name, None where there is none or where several differ."""
    named = [fact for text in document.once(texts_of) for fact in text.top if words.search(_name(fact.lead))]
    cells = (
        fact
        for sheet in document.sheets
        for row in sheet.rows
        if words.search(row.name)
        for fact in list(row.cells.values())[-1:]
    )
    money = [fact for fact in (*named, *cells) if fact.quantity.is_money and fact.role not in _CHANGED]
    return money[0] if len({fact.value for fact in money}) == 1 and not money[0].quantity.approximate else None


def _name(lead: str) -> str:
    return _SAYS.sub("", unspaced(lead))


def _told_already(document: Document, told: Sum) -> bool:
    """True where one sentence states the whole account, which the rule on sums reads."""
    return any(each.total == told.total and len(each.parts) >= len(told.parts) for each in document.once(sums))
