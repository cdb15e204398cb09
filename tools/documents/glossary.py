"""docs/glossary.md: the words of the field, written by hand, and every declared thing, from the catalogues."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tools.documents.markdown import NOTE, code, codes, table
from tools.documents.organisation import sections, units
from tools.documents.rule_values import document, limit, rules_of_the_house
from yunguan.audit.rule_catalogue import every_rule
from yunguan.core.area import load_areas
from yunguan.core.figure import Origin
from yunguan.evaluation.gate.check import checks
from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.words import formula
from yunguan.office.people import Role
from yunguan.registers.book import books
from yunguan.registers.facts import FactTable, fact_table
from yunguan.report.formats import FORMATS

HEAD = f"""# Glossary

{NOTE}

The words of the house. The first part is written by hand ([glossary_terms.md](glossary_terms.md)); the rest is read
from the declarations: [registers](#registers), [states](#states), [figures](#figures), [audit rules](#audit-rules),
[checks of the gate](#checks-of-the-gate), [rule values](#rule-values),
[organisation](#organisation), [areas](#groups-of-areas), [formats](#formats-of-marks).
"""
_TERM_CELLS = 4


def glossary_document(terms: Path) -> str:
    """The whole of docs/glossary.md; ValueError where a hand-written term lacks a cell or is given twice."""
    lines = [HEAD, "## Terms", "", *_terms(terms)]
    for part in (_registers, _states, _figures, _audit_rules, _gate, _rule_values, _organisation, _areas, _formats):
        lines += part()
    return "\n".join(lines).rstrip() + "\n"


def _terms(path: Path) -> list[str]:
    """The hand-written part without its title, its headings one level lower."""
    _, _, body = path.read_text(encoding="utf-8").partition("\n")
    rows = [line for line in body.splitlines() if line.startswith("|") and not line.startswith(("|---", "| term "))]
    names = [_term(row) for row in rows]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"terms given twice in {path.name}: {', '.join(twice)}")
    return [f"#{line}" if line.startswith("## ") else line for line in body.strip().splitlines()] + [""]


def _term(row: str) -> str:
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    if len(cells) != _TERM_CELLS or not all(cells):
        raise ValueError(f"a term needs term, Chinese, meaning, source: {row}")
    return cells[0]


def _registers() -> list[str]:
    rows = [
        (f"[{code(book.id)}](registers.md#{book.id})", book.title, sections()[book.section], book.purpose)
        for book in books().values()
    ]
    return ["## Registers", "", *table(("id", "title", "section", "one row is"), rows)]


def _states() -> list[str]:
    rows = [
        (code(book.id), code(state.code), state.label, "final" if state.final else "")
        for book in books().values()
        if book.has_workflow
        for state in book.workflow.states
    ]
    return ["## States", "", *table(("register", "state", "label", ""), rows)]


def _figures() -> list[str]:
    lines = [
        "## Figures",
        "",
        "Origin: *computed* figures are computed from registers; *declared* ones are given by their section's return",
        "until their register is there. An imported sum of another system may stand in for both. As of: the usual day,",
        "the end of the period where nothing is said.",
        "",
    ]
    for section, name in sections().items():
        own = [each for each in catalogue() if each.section == section]
        if own:
            lines += [f"### {name} ({section})", "", *table(_FIGURE_HEADS, [_figure(each) for each in own])]
    return lines


_FIGURE_HEADS = ("id", "title", "unit", "origin", "formula", "usual as of")


def _figure(indicator: Indicator) -> tuple[str, ...]:
    words = formula(indicator, _facts(), catalogue().entries)
    origin = Origin.DECLARED if indicator.is_declared else Origin.COMPUTED
    return code(indicator.id), indicator.title, indicator.unit, origin.value, words, indicator.as_of


@cache
def _facts() -> dict[str, FactTable]:
    return {book.id: fact_table(book) for book in books().values()}


def _audit_rules() -> list[str]:
    rows = [
        (f"[{code(rule.code)}](audit-rules.md#{rule.code})", rule.name, rule.principle)
        for rule in every_rule().values()
    ]
    return ["## Audit rules", "", *table(("code", "name", "principle"), rows)]


def _gate() -> list[str]:
    rows = [(f"[{code(each.code)}](gate.md#{each.code})", each.title, each.principle) for each in checks()]
    return ["## Checks of the gate", "", *table(("code", "name", "principle"), rows)]


def _rule_values() -> list[str]:
    lines = [
        "## Rule values",
        "",
        "Numbers that the law or the house may change. A new value is a new row with its document and its first day;",
        "the administrator enters it. 待核实: nobody has compared the value with the document yet.",
        "",
    ]
    rows = [
        (code(rule.code), rule.title, limit(rule), document(rule), rule.effective_from.isoformat())
        for rule in rules_of_the_house()
    ]
    return [*lines, *table(("code", "title", "value", "document", "from"), rows)]


def _organisation() -> list[str]:
    bodies = [(code(unit["code"]), unit["name"], unit["kind"], unit["area"]) for unit in units()]
    roles = [(code(role.value), role.label) for role in Role]
    return [
        "## Organisation",
        "",
        *table(("code", "name", "kind", "area"), bodies),
        "## Roles",
        "",
        *table(("code", "role"), roles),
    ]


def _areas() -> list[str]:
    areas = load_areas()
    rows = [
        (code(group.code), group.name, "、".join(areas.name(member) for member in sorted(group.members)), group.note)
        for group in areas.groups
    ]
    return ["## Groups of areas", "", *table(("code", "name", "members", "note"), rows)]


def _formats() -> list[str]:
    known = codes(("{{id|format}}", "{{id@2023-11-30|format}}"))
    rows = [(code(each.name), each.label) for each in FORMATS]
    return ["## Formats of marks", "", f"A mark in a report section: {known}.", "", *table(("format", "writes"), rows)]
