"""列举的项数与数词一致: a counting word against the names that follow or precede it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from yunguan.audit.compare import finding
from yunguan.audit.facts import Fact
from yunguan.audit.prose import since
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Contradiction, Relation

_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_BEHIND = re.compile(
    r"\u3000*(?P<noun>[\u4e00-\u9fff“”\u3000]{0,18}?)(?:[，,]\s*)?(?:分别(?:[为是有在叫]|位于|来自|名为)|即|依次为|包括|名称为|[:：])\s*[:：]?(?P<list>[^。；;\n]+)"
)
_OPENS = re.compile(r"(?:内设机构有|机构有|设有|内设|下设|设置了?|设|包括|分别为|分别是|分为|涉及|有|为|[:：，,。])")
_OPEN_END = re.compile(r"等(?:单位|部门|科室|机构|项目|方面|内容)?$|……$|等$")
_CODED = re.compile(r"\d+(?=号|路|线|型|[A-Za-z])|(?<=[A-Za-z-])\d+")
_AND = re.compile(r"和|及|与|以及")
_FEWEST = 2
_FEWEST_NAMED = 4
_NEAR = 2
_FARTHEST, _LEAST = 5, 3
_LONGEST_NAME = 24
_UNITS = {
    "个",
    "项",
    "所",
    "座",
    "家",
    "条",
    "门",
    "场",
    "处",
    "篇",
    "类",
    "种",
    "支",
    "本",
    "名",
    "位",
    "人",
    "批",
    "期",
    "件",
    "次",
    "",
}


@dataclass(frozen=True)
class _List:
    """The names of a list: as few and as many as its last 和 allows; `open` where 等 leaves it unfinished."""

    names: tuple[str, ...]
    most: int
    open: bool = False
    loose: bool = False

    @property
    def fewest(self) -> int:
        return len(self.names)


@rule(
    "列举项数与数词一致",
    why=(
        "先说有几项、再逐项列出的，列出的项数应当与数词相等（《党政机关公文处理工作条例》第二十条：数字、"
        "段落顺序等是否准确）。"
    ),
    compares="“设有4个科室：甲、乙、丙、丁”“甲、乙、丙等3个单位”这类句子里的数词与顿号分开的名称。",
    silent="列举以“等”结尾而只是举例的，名称里带数字或成句的，以及“约”“余”等概数，不核对。",
    caught="下设 4 个机构，分别是综合科、财务科、业务科。",
    passed="下设 3 个机构，分别是综合科、财务科、业务科。",
    remedy="核对名单，补上漏写的名称或者改正数词。",
)
def count_of_list(document: Document) -> Iterator[Verdict]:
    """A number of things that are then named one by one equals the number of names."""
    for fact in document.facts:
        quantity = fact.quantity
        if quantity.unit not in _UNITS or quantity.approximate or quantity.value != int(quantity.value):
            continue
        found = _behind(fact) or _before(fact)
        if found is not None and found.fewest >= _FEWEST:
            verdict = _judged(fact, found)
            if verdict is not None:
                yield verdict


def _behind(fact: Fact) -> _List | None:
    """N个…，分别为甲、乙、丙 and N个…：甲、乙、丙."""
    text = _flattened(fact.block.text)
    match = _BEHIND.match(text, fact.quantity.end)
    return None if match is None else _names(match["list"])


def _before(fact: Fact) -> _List | None:
    """甲、乙、丙等N个…."""
    clause = since(_flattened(fact.block.text), "。；;", 0, fact.quantity.start).rstrip()
    opened = clause.endswith("等")
    shut = re.search(r"共计?$", clause)
    first = clause.find("、")
    if first < 0 or not (opened or shut or re.search(r"(?:内设|下设|设有|设立)[^，,。；;]*$", clause)):
        return None
    start = max((match.end() for match in _OPENS.finditer(clause, 0, first)), default=0)
    found = _names(re.sub(r"等$|共计?$", "", clause[start:]))
    return None if found is None else _List(found.names, found.most, open=opened, loose=not opened)


@lru_cache(maxsize=64)
def _flattened(text: str) -> str:
    """The text at its own length, brackets blanked out so that a comma in them parts no names."""
    return _BRACKETED.sub(lambda match: "\u3000" * len(match[0]), flat(text)).replace("(", "（")


def _names(text: str) -> _List | None:
    """The names between 、; None where they are clauses or carry numbers."""
    body = text.strip().rstrip("。")
    first = re.split(r"[，,]", body)[0]
    body = first if "、" in first else body
    if "、" not in body or re.search(r"\d", _CODED.sub("", body)):
        return None
    names = tuple(name.strip("\u3000 “”") for name in body.split("、"))
    if not all(0 < len(name) <= _LONGEST_NAME for name in names) or re.search(r"[，,]", body):
        return None
    last = names[-1]
    return _List(names, len(names) + len(_AND.findall(last)), open=bool(_OPEN_END.search(last)))


def _judged(fact: Fact, found: _List) -> Verdict | None:
    count = int(fact.quantity.value)
    operand = fact.operand
    if abs(count - found.fewest) > _FARTHEST or (found.fewest < _LEAST and found.loose):
        return None
    if found.fewest <= count <= found.most:
        return Relation(places=(fact.place,), operands=(operand,))
    shown = found.fewest
    stated = fact.quantity.text
    names = "、".join(found.names)[:60]
    message = f"“{stated}{fact.behind}”后面或前面列出的是{shown}项（{names}），与{stated}不符"
    said = {"expected": str(shown), "stated": fact.quantity.text, "difference": str(count - shown)}
    if found.open and shown < count:
        near = shown >= _FEWEST_NAMED and count - shown <= _NEAR
        text = f"{message}；只有“等”字表示没有列全时才能同时成立，请核对。"
        return finding(Conflict, (fact,), text, **said) if near else None
    return finding(Contradiction, (fact,), f"{message}；这两处不能同时成立，请核对。", **said)
