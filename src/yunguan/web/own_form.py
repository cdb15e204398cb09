"""The form in which a register of one's own is defined: a line a column, typed by hand or proposed from a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from yunguan.core.finding import Problem
from yunguan.registers.own.definition import MOST_PLACES, Definition, FieldDefinition, FieldKind, Unique
from yunguan.registers.own.guessing import Guess, Proposal

MOST_LINES = 80
SPARE = 5
"""Empty lines at the end of the form."""
UNIQUE_WORDS = (
    (Unique.NO.value, "可以重复"),
    (Unique.ALONE.value, "不得重复"),
    (Unique.TOGETHER.value, "合起来不得重复"),
)


@dataclass
class Line:
    """One column as it stands in the form; ``kind`` is a kind, with the decimals of a number behind a colon."""

    place: int
    name: str = ""
    heading: str = ""
    label: str = ""
    kind: str = FieldKind.TEXT.value
    required: bool = False
    unique: str = ""
    choices: str = ""
    personal: bool = False
    period: bool = False
    drop: bool = False
    samples: tuple[str, ...] = ()
    errors: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed in a spare line."""
        return not (self.name or self.heading or self.label.strip())

    @property
    def kind_word(self) -> str:
        """The kind in words, where it can no longer be chosen."""
        return dict(KINDS).get(self.kind, self.kind)


@dataclass
class Form:
    """Everything that is typed, and what is wrong with it."""

    title: str = ""
    code: str = ""
    purpose: str = ""
    lines: list[Line] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    beside: dict[str, list[str]] = field(default_factory=dict)

    @property
    def kept(self) -> list[Line]:
        """The lines that become columns."""
        return [line for line in self.lines if not line.empty and not line.drop]

    @property
    def undated(self) -> bool:
        """Whether no column decides the period."""
        return not any(line.period for line in self.kept)

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong so far."""
        return not self.errors and not self.beside and not any(line.errors for line in self.lines)

    def definition(self, before: Definition | None = None) -> Definition:
        """What the form says; codes of choices that were there stay with their words."""
        known = before.by_name if before else {}
        fields = tuple(_field(line, known.get(line.name)) for line in self.kept)
        period = next((f"#{n}" for n, line in enumerate(self.kept) if line.period), "")
        return Definition(self.code, self.title, "", self.purpose, fields, period)

    @property
    def headings(self) -> dict[str, int]:
        """Heading of the workbook → place of its column, -1 where it is left out."""
        found = {line.heading: -1 for line in self.lines if line.heading}
        return found | {line.heading: n for n, line in enumerate(self.kept) if line.heading}

    def accuse(self, problems: Iterable[Problem]) -> None:
        """Put each problem beside its line or field, or at the head of the form."""
        kept = self.kept
        for each in problems:
            of_field, _, place = each.field.partition(".")
            if of_field == "fields" and int(place) < len(kept):
                kept[int(place)].errors.append(each.message)
            elif each.field in {"title", "code"}:
                self.beside.setdefault(each.field, []).append(each.message)
            else:
                self.errors.append(each.message)


def empty_form() -> Form:
    """A form to be filled by hand."""
    return Form(lines=_with_spare([], 2 * SPARE))


def form_of(definition: Definition) -> Form:
    """The form of a register that there is."""
    lines = [_line(n, each) for n, each in enumerate(definition.live)]
    for line in lines:
        line.period = line.name == definition.period
    return Form(definition.title, definition.code, definition.purpose, _with_spare(lines))


def form_of_proposal(proposal: Proposal) -> Form:
    """The form of what a workbook suggests."""
    lines = [_proposed(n, each) for n, each in enumerate(proposal.guesses)]
    for n, line in enumerate(lines):
        line.period = proposal.period == f"#{n}"
    return Form(proposal.title, lines=_with_spare(lines))


def read_form(given: QueryDict) -> Form:
    """The form as it was sent; with the button for more lines it has some more."""
    count = _number(given.get("lines", ""))
    period = given.get("period", "")
    lines = [_typed(given, n, period) for n in range(min(count, MOST_LINES))]
    if "more" in given:
        lines = _with_spare(lines)
    text = {name: given.get(name, "").strip() for name in ("title", "code", "purpose")}
    return Form(text["title"][:60], text["code"][:40], text["purpose"][:200], lines)


def _typed(given: QueryDict, n: int, period: str) -> Line:
    def text(name: str) -> str:
        return given.get(f"{name}_{n}", "").replace("\r\n", "\n")

    return Line(
        place=n,
        name=text("name")[:40],
        heading=text("heading")[:200],
        label=text("label").strip()[:80],
        kind=text("kind"),
        required=text("required") == "1",
        unique=text("unique"),
        choices=text("choices")[:6000],
        personal=text("personal") == "1",
        period=period == str(n),
        drop=text("drop") == "1",
        samples=tuple(filter(None, text("samples")[:100].split("、"))),
    )


def _field(line: Line, was: FieldDefinition | None) -> FieldDefinition:
    kind, places = _kind(line.kind)
    return FieldDefinition(
        name=line.name if was else "",
        label=line.label,
        kind=kind,
        required=line.required,
        unique=Unique(line.unique) if line.unique in set(Unique) else Unique.NO,
        choices=_choices(line.choices, was.choices if was else ()) if kind is FieldKind.CHOICE else (),
        personal=line.personal or kind.column.personal,
        places=places,
    )


def _kind(word: str) -> tuple[FieldKind, int]:
    name, _, places = word.partition(":")
    if name not in set(FieldKind):
        return FieldKind.TEXT, 0
    return FieldKind(name), _number(places)


def _choices(text: str, before: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """One a line. Known words keep their code; another word in the line of one that is gone is its new name."""
    words = [line.strip() for line in text.split("\n") if line.strip()]
    codes = {label: code for code, label in before}
    found = []
    for n, word in enumerate(words):
        renamed = before[n][0] if n < len(before) and before[n][1] not in words else ""
        found.append((codes.get(word, renamed), word))
    return tuple(found)


def _line(n: int, each: FieldDefinition) -> Line:
    places = f":{each.places}" if each.kind is FieldKind.DECIMAL else ""
    return Line(
        place=n,
        name=each.name,
        label=each.label,
        kind=f"{each.kind.value}{places}",
        required=each.required,
        unique=each.unique.value,
        choices="\n".join(label for _, label in each.choices),
        personal=each.personal,
    )


def _proposed(n: int, guess: Guess) -> Line:
    return replace(_line(n, guess.field), heading=guess.heading, samples=guess.samples)


def _with_spare(lines: list[Line], spare: int = SPARE) -> list[Line]:
    more = range(len(lines), min(len(lines) + spare, MOST_LINES))
    return [*lines, *(Line(n) for n in more)]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0  # noqa: PLR2004 - below 1000


def _kinds() -> Iterator[tuple[str, str]]:
    for kind in FieldKind:
        if kind is FieldKind.DECIMAL:
            yield from ((f"{kind.value}:{n}", f"{kind.label}（{n} 位）") for n in range(1, MOST_PLACES + 1))
        else:
            yield kind.value, kind.label


KINDS = tuple(_kinds())
"""The kinds to choose from, with their words."""


def frame_of(form: Form, fixed: Mapping[str, object] | None = None) -> dict[str, object]:
    """What the templates need to show a form; columns whose name is among ``fixed`` keep their kind."""
    return {"form": form, "kinds": KINDS, "unique_words": UNIQUE_WORDS, "fixed": fixed or {}}
