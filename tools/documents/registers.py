"""docs/registers.md: every register with its workbook, columns, states and moves."""

from __future__ import annotations

from collections.abc import Iterable

from tools.documents.markdown import NOTE, code, codes, table
from tools.documents.organisation import sections
from tools.documents.rule_values import deadline
from yunguan.core.columns import Column, Kind
from yunguan.core.workflow import State, Transition
from yunguan.indicators.return_form import HEADS, NEEDED, SHEET
from yunguan.office.people import Role
from yunguan.registers.book import Book, books
from yunguan.registers.importing.services import HELP_SHEETS
from yunguan.registers.importing.template import heading

KINDS = {
    Kind.TEXT: "text of one line",
    Kind.LONG_TEXT: "text, may have several lines",
    Kind.INTEGER: "whole number",
    Kind.DECIMAL: "decimal number; a column says how many places it keeps",
    Kind.MONEY: "money to the fen; the unit stands in the header",
    Kind.DATE: "date: an Excel date, or text such as 2023-04-03, 2023/4/3, 20230403, 2023年4月3日",
    Kind.TIME: "hour and minute of 24 hours, such as 16:05, kept as text",
    Kind.BOOLEAN: "是 or 否",
    Kind.CHOICE: "one of the labels listed",
    Kind.IDENTITY_NUMBER: "18-digit identity number (GB 11643), kept as text; masked by default, a full view is logged",
    Kind.USCC: "18-character unified social credit code (GB 32100), kept as text",
    Kind.PLATE: "number plate (GA 36), half-width capitals",
    Kind.VIN: "17-character vehicle identification number (GB 16735); a wrong check digit is a warning",
    Kind.MOBILE: "11-digit mobile number; masked by default, a full view is logged",
    Kind.AREA: "name of a division, as the area table has it",
    Kind.REFERENCE: "the key of a row in another register",
    Kind.STATE: "one of the states listed; empty means the first",
}

HEAD = f"""# Registers

{NOTE}

A register (台账) is declared in one file: `src/yunguan/registers/<section>/<id>.py`, `src/yunguan/budget/<id>.py` or
`src/yunguan/evaluation/<id>.py`.

Fixed once chosen, since other programs rely on them: register ids, titles (which are also the names of the workbook
and of its sheet), column names and headers, the codes and labels of choices and of states. A column may be added; what
is there is not renamed.

A workbook is recognised by its sheet's name, else by its headers. `yunguan template ID…` writes the empty one. The
header row may stand below title lines and may have two lines; order does not matter. A header is matched by its name,
by the other headings listed here, or by a mapping saved for its source. Sheets named {{helpers}} are passed over.
"""


def registers_document() -> str:
    """The whole of docs/registers.md."""
    lines = [HEAD.format(helpers="、".join(sorted(HELP_SHEETS))), "## Kinds of column", ""]
    lines += table(("kind", "what a cell holds"), [(code(kind), KINDS[kind]) for kind in Kind])
    lines += ["## All registers", ""]
    lines += table(("id", "workbook and sheet", "section", "one row is"), [_entry(book) for book in books().values()])
    for book in books().values():
        lines += _book(book)
    return "\n".join([*lines, *_section_return()]).rstrip() + "\n"


def _entry(book: Book) -> tuple[str, str, str, str]:
    return f"[{code(book.id)}](#{book.id})", book.title, sections()[book.section], book.purpose


def _book(book: Book) -> list[str]:
    lines = [f"## {book.id}", "", f"**{book.title}.** {book.purpose}", "", *_facts(book), ""]
    lines += table(
        ("column", "header", "kind", "must be filled", "may hold", "other known headings"),
        [_column(column) for column in book.columns],
    )
    if book.has_workflow:
        lines += ["States:", ""]
        lines += table(
            ("state", "label", "date of entering", "limit", "note"),
            [_state(book, each) for each in book.workflow.states],
        )
        lines += ["Moves:", ""]
        heads = ("move", "label", "from", "to", "who", "filled in with it", "note")
        lines += table(heads, [_move(book, each) for each in book.workflow.transitions])
    return lines


def _facts(book: Book) -> Iterable[str]:
    fields = book.model._meta
    labels = {field.name: str(field.verbose_name) for field in fields.concrete_fields}  # a key may be derived
    owner = f"{sections()[book.section]} ({code(book.section)})"
    yield f"- Workbook `{book.title}.xlsx`, sheet `{book.title}`; kept by {owner}."
    yield f"- Key: {'、'.join(labels[name] for name in book.model.key_fields)}."
    if book.model.period_field:
        yield f"- The period is decided by {fields.get_field(book.model.period_field).verbose_name}."  # type: ignore[union-attr]
    else:
        yield "- A stock: asked for as of a date, not by a period."
    needs = sorted({*book.references.values(), *book.model.rests_on} - {book.id})
    if needs:
        yield f"- Imported after {codes(needs)}."
    if book.model.internal:
        yield "- Rows are the centre's own: no area is asked for."
    if book.model.shared:
        yield "- Every section may read it."
    yield from _care(book, labels)
    if book.workflow.takeover:
        yield f"- Rows already in a later state may be imported by {_roles(book.workflow.takeover)}, and are logged so."


def _care(book: Book, labels: dict[str, str]) -> Iterable[str]:
    """Whose rows they are, what is masked, how long it is kept, what runs out."""
    if book.model.common:
        yield "- Every section keeps rows of its own in it."
    if book.model.filed_by:
        yield f"- Rows of their own are also added by {_roles(book.model.filed_by)}."
    if book.personal:
        yield f"- Masked unless a reason is given: {'、'.join(column.label for column in book.personal)}."
    for name, years in sorted(book.model.kept_years.items()):
        yield f"- {labels[name]} is erased {years} years after the end of the record's year."
    if book.model.expires:
        yield f"- In the calendar of expiries: {'、'.join(labels[name] for name in book.model.expires)}."
    if book.model.alike_by:
        yield f"- Possible duplicates are suggested by {'、'.join(labels[name] for name in book.model.alike_by)}."


def _column(column: Column) -> tuple[str, ...]:
    must = "yes" if column.required else ""
    return code(column.name), heading(column), column.kind.value, must, _holds(column), "、".join(column.aliases)


def _holds(column: Column) -> str:
    parts = []
    if column.key:
        parts.append("part of the key")
    if column.target and column.kind is Kind.REFERENCE:
        parts.append(f"a row of {code(column.target)}")
    elif column.target:
        parts.append(f"compared with {code(column.target)} where given")
    if column.choices and column.kind is not Kind.STATE:
        parts.append("、".join(f"{label} ({code(value)})" for value, label in column.choices))
    if column.kind is Kind.STATE:
        parts.append("、".join(label for _, label in column.choices))
    if column.max_length and column.kind in {Kind.TEXT, Kind.LONG_TEXT}:
        parts.append(f"at most {column.max_length} characters")
    return "; ".join([*parts, column.help] if column.help else parts)


def _state(book: Book, state: State) -> tuple[str, ...]:
    notes = (("somebody has to act", state.awaits), ("final", state.final))
    said = "; ".join(words for words, holds in notes if holds)
    return code(state.code), state.label, _header(book, state.date_field), deadline(book, state.deadline), said


def _move(book: Book, move: Transition) -> tuple[str, ...]:
    notes = (
        ("a reason is owed", move.reason),
        ("by another person than the one who brought it there", move.other_person),
        ("made by the clock after the limit", move.when_overdue),
        ("made by the house itself", move.by_machine),
        ("the house fills in what was left blank", move.fills is not None),
        ("checked before it is made", move.guard is not None),
    )
    return (
        code(move.code),
        move.label,
        "、".join(book.workflow.state(each).label for each in move.source),
        book.workflow.state(move.target).label,
        "nobody" if move.by_machine or not move.roles else _roles(move.roles),
        "、".join(_header(book, name) for name in move.asks),
        "; ".join(words for words, holds in notes if holds),
    )


def _header(book: Book, name: str | None) -> str:
    return str(book.model._meta.get_field(name).verbose_name) if name else ""  # type: ignore[union-attr]


def _roles(codes_: Iterable[str]) -> str:
    return "、".join(role.label for role in Role if role.value in set(codes_))


def _section_return() -> list[str]:
    return [
        "## Section returns",
        "",
        f"Figures without a register are given by their section in a workbook with the sheet `{SHEET}`. Above the",
        "head stands a line `科室：…　期间：…　填报人：…　签发人：…`, the period as `2023` or `2023-06`. Then one row",
        "a figure:",
        "",
        *table(("header", "must be there"), [(each, "yes" if each in NEEDED else "") for each in HEADS]),
        "The figure ids are in the [glossary](glossary.md#figures). A workbook that names 签发人 is taken over as",
        "signed when `yunguan import` reads it; on the pages the section head signs.",
        "",
    ]
