"""The subject of a fact as a person would call it: without dates, with the list, sharing or clause that it leans on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yunguan.audit.facts import Fact, Role
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.telling.periods import without_period

_LIST_HEAD = re.compile(
    r"([^，,。；;：:]*?)(?:下设|设有|包括|包含|分为|分别为|有|含|为|是)[^，,。；;：:]*、[^，,。；;：:]*等?$"
)
_LEADING = re.compile(
    r"^(?:同时|先后|累计|共计|合计|分别|其中|另有|另外|目前|期间|此外|因此|并|又|共|已经|已有|已|为|对|至|将|了|底止?|末|的|度|从|在|，|、|\s)+"
)
_OPEN, _CLOSED = "“《（", "”》）"
_SHARED = re.compile(r"分别[^，,。；;]*$")
_SEPARATED = re.compile(r"[、和及与]")
_COMPARED = re.compile(r"比[^，,；;。]*$")
_OF = re.compile(r"^[^，。；]*、[^，。；]*的(?P<noun>[^，。；]{1,20})")
_COUNTED = re.compile(r"\d\s*(?:%|‰|万|亿|元|[人个名家件条块台辆次场户所])")
_LONGEST_LIST = 40
_BARE = re.compile(
    r"(?:[比较同]|上年|去年|年初|预算|决算|度)*"
    r"(?:占|完成(?:年初)?(?:预算)?|(?:增加|减少|增长|下降|上升|降低|提高|[多少])[\u4e00-\u9fff]{0,2})"
)
_ROLE = re.compile(
    r"(?:年初|年中|年末|全年|实际|中期|调整后?|批复|追加|调减)*(?:预算|执行|决算|追加|调减|完成支出|安排)(?:数|额|预算|资金|支出)?$"
)
_ONLY_ROLE = re.compile(rf"(?:{_ROLE.pattern[:-1]})")
_LEANING = {Role.CHANGE, Role.SHARE, Role.RATE, Role.LAST_YEAR}
_CLAUSE = re.compile(r"[，,；;。：:]")


def subject_of(fact: Fact, earlier: Sequence[Fact], said: str, following: str) -> str:
    """The subject; `earlier` are the facts before it in its sentence, `said` and `following` the words around it."""
    shared = _shared(said)
    if shared:
        return shared
    own = _of_list(said, fact) or tidy(_own(fact, said, following))
    if not own and earlier and not _CLAUSE.search(fact.block.text[earlier[-1].quantity.end : fact.quantity.start]):
        return tidy(_own(earlier[-1], "", ""))
    if _BARE.fullmatch(own):
        whose = next((each.before for each in reversed(earlier) if each.role not in _LEANING and each.before), "")
        return tidy(f"{whose}{own}")
    if _ONLY_ROLE.fullmatch(own):
        whose = next((name for each in reversed(earlier) if (name := _ROLE.sub("", tidy(each.before)))), "")
        return f"{whose}{own}"
    return own


def tidy(words: str) -> str:
    """Without a period at its head, fillers and marks that have lost their partner."""
    bare = without_period(unspaced(flat(words)))
    bare = _LEADING.sub("", bare).strip(":,;").replace("(", "（").replace(")", "）")
    for opened, closed in zip(_OPEN, _CLOSED, strict=True):
        if bare.count(opened) < bare.count(closed):
            bare = f"{opened}{bare}" if bare.index(closed) > 0 else bare.replace(closed, "", 1)
        elif bare.count(opened) > bare.count(closed):
            bare = bare.strip(opened) if bare[0] == opened or bare[-1] == opened else f"{bare}{closed}"
    return bare


def _own(fact: Fact, said: str, following: str) -> str:
    """The words that bind the fact; of several adjectives behind it (责任心强、自律严的同志) only their noun."""
    noun = _OF.match(following) if not fact.quantity.is_rate and not fact.quantity.is_money else None
    if noun and "、" in following[: noun.start("noun")]:
        return f"{fact.before}{noun['noun']}"
    return f"{_joined(fact, said)}{fact.behind}"


def _joined(fact: Fact, said: str) -> str:
    """The words before the number with the names that stand before a 、 (甲、乙共 43 件), and with their quotes."""
    clause = _CLAUSE.split(said)[-1]
    at = clause.rfind(fact.before) if fact.before else -1
    names = clause[:at] if at >= 0 else ""
    if (
        names.rstrip("“《 ")
        and names.rstrip("“《 ")[-1] in "、）)"
        and len(names) <= _LONGEST_LIST
        and not _COUNTED.search(names)
    ):
        return f"{names}{fact.before}"
    return f"{names[-1]}{fact.before}" if names and names[-1] in _OPEN else fact.before


def _of_list(said: str, fact: Fact) -> str:
    """内设机构有甲科、乙科等 13 个科室: what the list is of, and what is counted."""
    if not fact.lead.endswith("等") or not fact.behind:
        return ""
    head = _LIST_HEAD.search(said)
    return tidy(f"{head[1]}{fact.behind}") if head else ""


def _shared(said: str) -> str:
    """甲、乙分别减少 22%、28%: the name that stands where this number stands in its list."""
    marked = _SHARED.search(said)
    if marked is None:
        return ""
    at = len(re.findall(r"[、和及与]", marked[0]))
    head = said[: marked.start()]
    names, comparison = _names(head)
    if not names or at >= len(names):
        return ""
    verb = re.match(r"分别(?:为|是)?(?P<verb>[\u4e00-\u9fff]{0,4})", flat(marked[0]))
    return tidy(f"{names[at]}{comparison}{verb['verb'] if verb else ''}")


def _names(head: str) -> tuple[list[str], str]:
    """The names before 分别, from the clause before where this one only compares; and what they are compared with."""
    *earlier, clause = _CLAUSE.split(head)
    compared = _COMPARED.search(clause)
    names = clause[: compared.start()] if compared else clause
    if not names.strip() and earlier:
        names = re.sub(r"比[^、]*分别.*$", "", earlier[-1])
    found = [tidy(name) for name in _SEPARATED.split(names) if name.strip()]
    return (found if len(found) > 1 else []), unspaced(compared[0]) if compared else ""
