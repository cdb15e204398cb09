"""“三公”经费各处说的合计等于三项之和: the total and its items wherever the document states them, and their changes."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import agrees
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.rules.changes_of_parts import moves_in, of_changes
from yunguan.audit.statements import statements
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.judge import judged
from yunguan.audit.sums.sum import Bond, Sum

_TOTAL = "三公经费"
_ITEMS = ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")


@rule(
    "“三公”经费合计等于三项之和",
    why="“三公”经费只有因公出国（境）费、公务用车购置及运行维护费、公务接待费三项，合计与三项分在几段里写也必须相等。",
    compares="全文（含表格）各处的“三公”经费合计与三项，预算与预算比、决算与决算比；都写了增减额的，再核对增减额。",
    silent="有一项没有写，或者一项各处写的不一样（另有规则指出），不核对；同一句里已经核对过的不再核对。",
    caught=(
        "“三公”经费决算 38.00 万元。\n1.因公出国（境）费 9.00 万元。\n"
        "2.公务接待费 10.00 万元。\n3.公务用车购置及运行维护费 27.00 万元。"
    ),
    passed=(
        "“三公”经费决算 46.00 万元。\n1.因公出国（境）费 9.00 万元。\n"
        "2.公务接待费 10.00 万元。\n3.公务用车购置及运行维护费 27.00 万元。"
    ),
    remedy="对照“三公”经费支出表核实合计和三项，改正写错的一处。",
)
def three_public(document: Document) -> Iterator[Verdict]:
    """The total of the three public expenses is the sum of the three items, wherever each of them stands."""
    told: dict[tuple[str, str], list[Fact]] = {}
    for key, held in document.once(statements):
        if not held.other_year and held.fact.quantity.is_money:
            told.setdefault(key, []).append(held.fact)
    known = [{id(fact) for fact in each.facts} for each in document.once(sums)]
    for role in (Role.EXECUTED.value, Role.BUDGET.value):
        stated = [_one(told.get((name, role), [])) for name in (_TOTAL, *_ITEMS)]
        facts = [fact for fact in stated if fact is not None]
        if len(facts) < len(stated):
            continue
        total, *parts = facts
        found = Sum(total, tuple((1, part) for part in parts), Bond.CLOSED)
        if not any({id(part) for part in parts} <= each for each in known):
            yield judged(found)
        if found.holds and len({fact.block.where for fact in facts}) > 1:
            yield from of_changes(found, moves_in(document))


def _one(facts: list[Fact]) -> Fact | None:
    """What is stated of an item, where all that is stated of it agrees; one in the text before one in a table."""
    if not facts or not all(agrees(fact, facts[0]) for fact in facts):
        return None
    return next((fact for fact in facts if not fact.said), facts[0])
