"""Rule values in words: the number, its unit, its document, and whether it was compared with that document."""

from __future__ import annotations

from datetime import date

from yunguan.core.workflow import Deadline, Rule, Workflow
from yunguan.registers.book import Book, books

UNCONFIRMED = "待核实"


def rules_of_the_house() -> list[Rule]:
    """Every rule value that a book declares, by code and day; ValueError where two books declare one differently."""
    found: dict[tuple[str, date], Rule] = {}
    for book in books().values():
        for rule in book.model.rules:
            if found.setdefault((rule.code, rule.effective_from), rule) != rule:
                raise ValueError(f"rule {rule.code} is declared in two ways")
    return [found[key] for key in sorted(found)]


def document(rule: Rule) -> str:
    """Document number and article, marked where nobody has compared the value with it."""
    words = f"{rule.doc_no} {rule.article}".strip()
    return words if rule.confirmed else f"{words}（{UNCONFIRMED}）"


def limit(rule: Rule) -> str:
    """Number and unit."""
    return f"{rule.value} {rule.unit}"


def deadline(book: Book, own: Deadline | None) -> str:
    """A state's limit: how long, from when, when the clock stands still, and by which document."""
    if own is None:
        return ""
    known = rules_of_the_house()
    codes = {f"{own.rule}.{code}": label for code, label in book.by_name[own.by].choices} if own.by else {own.rule: ""}
    found = [each for each in known if each.code in codes]
    words = [f"{codes[each.code]} {limit(each)}".strip() for each in found]
    if own.since:
        words.append(f"counted from {_labels(book.workflow, own.since)}")
    if own.pauses_in:
        words.append(f"stands still in {_labels(book.workflow, own.pauses_in)}")
    if own.extended_by:
        words.append(f"{book.by_name[own.extended_by].label} is added")
    return "; ".join([*words, *dict.fromkeys(document(each) for each in found)])


def _labels(workflow: Workflow, states: tuple[str, ...]) -> str:
    return "、".join(workflow.state(state).label for state in states)
