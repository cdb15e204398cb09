"""The words of a cell: literal text, ``{facts}`` and ``{{figures|format}}``, put together from what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal

from yunguan.core.figure import Figure
from yunguan.report.form_facts import FormFacts
from yunguan.report.formats import FORMATS, UnfitError
from yunguan.report.forms.filled import GAP
from yunguan.report.forms.model import FormError
from yunguan.report.inlines import FigureMark, Inline, Inlines, Text

_MARK = re.compile(r"\{\{(?P<id>[^|{}]*(?:\{[a-z_.]+\}[^|{}]*)*)\|(?P<format>[a-z0-9_]+)\}\}")
_FACT = re.compile(r"\{(?P<path>[a-z][a-z0-9_.]*)(?:\|(?P<format>[a-z0-9_]+))?\}")

Scope = Mapping[str, object]


@dataclass(frozen=True)
class Said:
    """What a text became: the words, and the value with its format where the whole text is one number."""

    inlines: Inlines
    value: Decimal | None = None
    format: str = ""


@dataclass(frozen=True)
class Teller:
    """Tells the texts of one form; ``form`` and ``place`` are for complaints."""

    form: str
    place: str
    facts: FormFacts
    scope: Scope

    def say(self, text: str) -> Said:
        """The words of a text; raises FormError where it asks for what there is not."""
        inlines: list[Inline] = []
        values: list[tuple[Decimal | None, str]] = []
        end = 0
        for found in _MARK.finditer(text):
            inlines += self._words(text[end : found.start()], values)
            inlines.append(self.mark(self._spelt(found["id"]), found["format"]))
            values.append((self.figure(self._spelt(found["id"])).value, found["format"]))
            end = found.end()
        inlines += self._words(text[end:], values)
        alone = len(inlines) == 1 and len(values) == 1
        value, name = values[0] if alone else (None, "")
        return Said(tuple(inlines), value, name)

    def figure(self, code: str) -> Figure:
        """The figure under an id; raises FormError where the catalogue has none."""
        found = self.facts.figure(code)
        if found is None:
            raise self.error(f"没有编号为“{code}”的指标，请核对编号，或先在指标目录中登记")
        return found

    def mark(self, code: str, name: str) -> FigureMark:
        """A figure in its place."""
        return self.mark_of(self.figure(code), name)

    def mark_of(self, figure: Figure, name: str) -> FigureMark:
        """This figure in its place, a gap where it has no value."""
        missing = figure.value is None
        return FigureMark(
            id=figure.id,
            shown=GAP if figure.value is None else self._shown(figure, figure.value, name),
            as_of=figure.as_of,
            origin=figure.origin,
            section=figure.section,
            title=figure.title,
            missing=missing,
            format=name,
            why=figure.why_none if missing else "",
        )

    def _shown(self, figure: Figure, value: Decimal, name: str) -> str:
        """A figure in a format; without one in its unit, as words tell it."""
        if name:
            return self.written(value, name)
        return self.written(value, "percent2") if figure.unit == "%" else f"{self.written(value, 'money')}{figure.unit}"

    def written(self, value: Decimal, name: str) -> str:
        """A number in a format; raises FormError where that would distort it."""
        if name not in FORMATS:
            raise self.error(f"格式“{name}”不存在，请改用以下之一：{'、'.join(FORMATS.keys())}")
        try:
            return FORMATS.get(name).write(value)
        except UnfitError as problem:
            raise self.error(str(problem)) from None

    def error(self, message: str) -> FormError:
        """A complaint about this place of the form."""
        return FormError(self.form, self.place, message)

    def _words(self, text: str, values: list[tuple[Decimal | None, str]]) -> Iterator[Inline]:
        end = 0
        for found in _FACT.finditer(text):
            if found.start() > end:
                yield Text(text[end : found.start()])
            yield self._fact(found["path"], found["format"] or "", values)
            end = found.end()
        if end < len(text):
            yield Text(text[end:])

    def _fact(self, path: str, name: str, values: list[tuple[Decimal | None, str]]) -> Inline:
        known = self._at(path)
        if known is None:
            return Text(GAP, missing=True)
        if isinstance(known, Figure):
            values.append((known.value, name))
            return self.mark_of(known, name)
        if isinstance(known, Decimal) and name:
            values.append((known, name))
            return Text(self.written(known, name))
        return Text(_plain(known))

    def _at(self, path: str) -> object:
        first, *rest = path.split(".")
        if first not in self.scope:
            raise self.error(f"“{{{path}}}”没有所指，这里可用：{'、'.join(sorted(self.scope))}")
        found: object = self.scope[first]
        for name in rest:
            if found is None:
                return None
            found = self._part(found, name, path)
        if is_dataclass(found) and not isinstance(found, Figure):
            raise self.error(f"“{{{path}}}”不是一个值，请写到最末一级，如 {{{path}.{fields(found)[0].name}}}")
        return found

    def _part(self, whole: object, name: str, path: str) -> object:
        """A field of a fact: nothing else of an object can be asked for."""
        if not is_dataclass(whole) or isinstance(whole, Figure) or name not in {each.name for each in fields(whole)}:
            raise self.error(f"“{{{path}}}”中的“{name}”没有所指，请核对")
        return getattr(whole, name)

    def _spelt(self, code: str) -> str:
        """The id of a figure, its facts put in."""
        return _FACT.sub(lambda found: str(self._at(found["path"]) or ""), code)


def _plain(known: object) -> str:
    match known:
        case date():
            return f"{known.year}年{known.month}月{known.day}日"
        case Decimal():
            return format(known.normalize() if known else Decimal(0), "f")
        case _:
            return str(known)
