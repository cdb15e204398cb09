"""Fill: a declared form and what is known become the grid that is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from yunguan.report.form_facts import FormFacts, Subject
from yunguan.report.forms.compute import Computed, Sheet, computed
from yunguan.report.forms.filled import Align, FilledCell, FilledForm
from yunguan.report.forms.model import ABOVE, CellSpec, Form, FormError, Layout, Per, RowSpec
from yunguan.report.forms.text import Said, Scope, Teller

_ROUNDED = "注：表中数据按四舍五入列示，部分合计数与分项之和的尾差由此产生。"


@dataclass(frozen=True)
class _Row:
    """A row as it will be printed: its specification, the thing it is of, its number in its group."""

    spec: RowSpec
    cells: tuple[CellSpec, ...]
    scope: Scope
    follows: bool = False  # of the same repeated row as the one above


def fill_all(forms: Iterable[Form], facts: FormFacts) -> tuple[FilledForm, ...]:
    """Every form, one a project where there is one each, in the order of their annex numbers."""
    ordered = sorted(forms, key=lambda form: (form.annex or 99, form.code))
    return tuple(filled for form in ordered for filled in _filled(form, facts))


def _filled(form: Form, facts: FormFacts) -> Iterator[FilledForm]:
    if form.per is not Per.PROJECT:
        yield fill(form, facts, facts.department)
    if form.per is Per.DEPARTMENT:
        return
    for number, project in enumerate(facts.projects, start=1):
        filled = fill(form, facts, project)
        annex = f"{filled.annex}-{number}" if filled.annex and len(facts.projects) > 1 else filled.annex
        yield replace(filled, annex=annex, sheet=f"{filled.sheet}-{project.name}")


def fill(form: Form, facts: FormFacts, subject: Subject) -> FilledForm:
    """The form of one subject; what is not known is a gap, never 0. Raises FormError where the form asks amiss."""
    return _Filling(form, facts, subject).done()


@dataclass
class _Filling:
    """The filling of one form."""

    form: Form
    facts: FormFacts
    subject: Subject
    complaints: list[str] = field(default_factory=list)

    def done(self) -> FilledForm:
        rows = [each for spec in self.form.rows if spec.printed_in(self.facts.year) for each in self._rows(spec)]
        sheet = self._sheet(rows)
        results = computed(sheet, self.complaints)
        cells = tuple(_merged(self._cells(rows, sheet, results), self.form.title))
        outside = self._teller(self._scope(), "")
        return FilledForm(
            code=self.form.code,
            sheet=self.form.sheet,
            annex=f"附件{self.form.annex}" if self.form.annex else "",
            title=self.form.title,
            subtitle="".join(each.text for each in outside.say(self.form.subtitle).inlines),
            left=outside.say(self.form.left).inlines,
            right=outside.say(self.form.right).inlines,
            landscape=self.form.landscape,
            widths=self.form.widths,
            cells=cells,
            repeated=_repeated(rows),
            notes=tuple(outside.say(note).inlines for note in self._notes(results)),
            signature=tuple(outside.say(line).inlines for line in self.form.signature),
            complaints=tuple(self.complaints),
        )

    def _scope(self) -> dict[str, object]:
        year, subject = self.facts.year, self.subject
        return {
            "unit": self.facts.unit,
            "superior": self.facts.superior,
            "year": year,
            "last_year": year - 1,
            "subject": subject,
            "goal": subject.goal,
            "money": subject.money,
            "execution": subject.execution,
            "watch": subject.watch,
            "signature": subject.signature,
        }

    def _teller(self, scope: Scope, place: str) -> Teller:
        return Teller(self.form.title, place, self.facts, scope)

    def _rows(self, spec: RowSpec) -> Iterator[_Row]:
        if not spec.repeat:
            yield _Row(spec, spec.cells, self._scope())
            return
        items = self._items(spec.repeat)
        if items is not None and not items:
            yield from (_Row(spec, cells, self._scope()) for cells in (spec.otherwise,) if cells)
            return
        for number, item in enumerate(items or (None,), start=1):
            yield _Row(spec, spec.cells, {**self._scope(), "item": item, "index": number}, follows=number > 1)

    def _items(self, name: str) -> Sequence[Any] | None:
        return {
            "projects": self.facts.projects,
            "buildings": self.facts.buildings,
            "government_fund": self.facts.funds.government,
            "state_capital": self.facts.funds.state_capital,
            "social_insurance": self.facts.funds.social_insurance,
            "score": self.subject.score,
            "caps": self.subject.caps,
            "targets": self.subject.targets,
            "tasks": self.subject.tasks,
            "watch": self.subject.watch.rows,
        }[name]

    def _layout(self, row: _Row) -> Layout:
        return self.form.layouts[row.spec.layout]

    def _sheet(self, rows: list[_Row]) -> Sheet:
        """The cells' words and values before the formulas, and where their names lead."""
        sheet = Sheet(self.form, [(row.spec.name, self._layout(row)) for row in rows])
        for number, row in enumerate(rows):
            layout = self._layout(row)
            for place, spec in enumerate(row.cells):
                teller = self._teller(row.scope, f"第 {number + 1} 行第 {place + 1} 格")
                key = (number, layout.start(place))
                name = spec.format or layout.formats[place]
                if spec.formula:
                    paired = teller.say(_asking(spec.figure, name)) if spec.figure else None
                    sheet.formula(key, spec.formula, name, teller, paired)
                elif spec.text != ABOVE:
                    sheet.say(key, teller.say(spec.text))
        return sheet

    def _cells(self, rows: list[_Row], sheet: Sheet, results: dict[tuple[int, int], Computed]) -> Iterator[FilledCell]:
        """A cell for each place; one that is part of the cell above has no words and -1 rows."""
        for number, row in enumerate(rows):
            layout = self._layout(row)
            joined = self._joined(rows, number, sheet)
            for place, spec in enumerate(row.cells):
                column = layout.start(place)
                above = spec.text == ABOVE or layout.names[place] in joined
                made = results.get((number, column), Computed(Said(())))
                yield FilledCell(
                    row=number,
                    column=column,
                    inlines=made.said.inlines,
                    rows=-1 if above else 1,
                    columns=layout.spans[place],
                    align=spec.align or (Align.CENTRE if row.spec.head or spec.head else layout.aligns[place]),
                    head=row.spec.head or spec.head,
                    number=made.held,
                    number_format=made.code,
                    formula=made.formula,
                )

    def _joined(self, rows: list[_Row], number: int, sheet: Sheet) -> set[str]:
        """The columns of a repeated row that say the same as the row above, each only where those before it do."""
        row = rows[number]
        joined: set[str] = set()
        for name in row.spec.merge if row.follows else ():
            column = self._layout(row).start(self._layout(row).names.index(name))
            if sheet.words((number, column)) != sheet.words((number - 1, column)):
                break
            joined.add(name)
        return joined

    def _notes(self, results: dict[tuple[int, int], Computed]) -> Iterator[str]:
        empty = self.form.empty
        if empty and all(self._teller({}, "").figure(code).value == 0 for code in empty.figures):
            yield empty.note
        yield from self.form.notes
        if any(made.rounds_off(results) for made in results.values()):
            yield _ROUNDED


def _asking(figure: str, name: str) -> str:
    """The words that ask for a figure, by its id or by the fact that holds it."""
    return f"{figure[:-1]}|{name}}}" if figure.startswith("{") else f"{{{{{figure}|{name}}}}}"


def _repeated(rows: list[_Row]) -> tuple[int, int]:
    numbers = [number for number, row in enumerate(rows) if row.spec.every_page]
    return (numbers[0], numbers[-1] + 1) if numbers else (0, 0)


def _merged(cells: Iterable[FilledCell], title: str) -> Iterator[FilledCell]:
    """The cells that begin somewhere; each has taken in those below that are one with it."""
    open_: dict[int, FilledCell] = {}
    done: list[FilledCell] = []
    for cell in cells:
        if cell.rows > 0:
            open_[cell.column] = cell
            done.append(cell)
            continue
        above = open_.get(cell.column)
        if above is None or above.columns != cell.columns or above.row + above.rows != cell.row:
            raise FormError(title, f"第 {cell.row + 1} 行", "“^”上方没有同样宽的单元格可以合并，请核对")
        grown = replace(above, rows=above.rows + 1)
        done[done.index(above)] = open_[cell.column] = grown
    yield from done
