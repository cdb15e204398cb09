"""What a pair of documents is, what a rule over both is, and how its findings name both files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from yunguan.audit import compare
from yunguan.audit.explanation import Explanation
from yunguan.audit.facts import Fact
from yunguan.audit.rule import Document, Verdict
from yunguan.core.finding import ABOVE, Doubt, Finding, Operand, Place, Relation

V = TypeVar("V", Finding, Relation, Doubt)


class Kin(StrEnum):
    """What the other document is to the one that is audited."""

    LAST_YEAR = "上年报告"
    COMPANION = "同年决算或基础数据表"


@dataclass(frozen=True)
class Pair:
    """The document that is audited and the one it is held against, each with the name to print."""

    document: Document
    name: str
    other_name: str
    other: Document
    kin: Kin

    def ours(self, place: Place) -> Place:
        """A place of the audited document, with its file."""
        return _in_file(self.name, place)

    def theirs(self, place: Place) -> Place:
        """A place of the other document, with its file."""
        return _in_file(self.other_name, place)

    def places(self, ours: Iterable[Fact], theirs: Iterable[Fact]) -> tuple[Place, ...]:
        """Where the facts of both stand, each place once."""
        both = [*(self.ours(fact.place) for fact in ours), *(self.theirs(fact.place) for fact in theirs)]
        return tuple(dict.fromkeys(both))

    def relation(self, ours: Iterable[Fact], theirs: Iterable[Fact]) -> Relation:
        """What was checked and holds between the two."""
        left, right = tuple(ours), tuple(theirs)
        return Relation(places=self.places(left, right), operands=_operands(left, right))

    def finding(
        self, kind: type[Finding], ours: Iterable[Fact], theirs: Iterable[Fact], message: str, **shown: str
    ) -> Finding:
        """A finding over facts of both."""
        left, right = tuple(ours), tuple(theirs)
        found = compare.finding(kind, (*left, *right), message, **shown)
        return replace(found, places=self.places(left, right), operands=_operands(left, right))


@dataclass(frozen=True)
class PairRule:
    """A declared rule over two documents: for which kin it holds, its name, its principle."""

    code: str
    name: str
    principle: str
    explanation: Explanation
    kin: Kin
    check: Callable[[Pair], Iterator[Verdict]]

    def verdicts(self, pair: Pair) -> tuple[Verdict, ...]:
        """What the rule says of the pair, each signed with the rule's code."""
        return tuple(replace(each, rule=self.code) for each in self.check(pair))


def pair_rule(
    name: str, kin: Kin, *, why: str, compares: str, silent: str, beside: str, caught: str, passed: str, remedy: str
) -> Callable[[Callable[[Pair], Iterator[Verdict]]], PairRule]:
    """Declare a function as the rule of this Chinese name over a document and its kin (`beside` in the examples)."""
    said = Explanation(
        why=why, compares=compares, silent=silent, beside=beside, caught=caught, passed=passed, remedy=remedy
    )

    def declare(check: Callable[[Pair], Iterator[Verdict]]) -> PairRule:
        return PairRule(check.__name__, name, (check.__doc__ or "").strip(), said, kin, check)

    return declare


def _operands(ours: Iterable[Fact], theirs: Iterable[Fact]) -> tuple[Operand, ...]:
    """The numbers of both; only those of the audited document have their spot in it."""
    others = (replace(operand, spot=None) for operand in compare.operands(theirs))
    return (*compare.operands(ours), *others)


def _in_file(name: str, place: Place) -> Place:
    return Place(f"《{name}》{ABOVE}{place.where}", place.quote)
