"""The cells of a form by place and by name, and what their formulas give."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from yunguan.core.numbers import round_half_up
from yunguan.report.forms import formula as declared
from yunguan.report.forms.filled import GAP, Formula, RatioOf, SumOf, Term
from yunguan.report.forms.model import Form, Layout
from yunguan.report.forms.numbers import CELL_FORMATS, CellFormat
from yunguan.report.forms.text import Said, Teller
from yunguan.report.inlines import FigureMark, Text

Key = tuple[int, int]
_COMPARED = 6  # decimals


@dataclass(frozen=True)
class Computed:
    """A cell that is done: words, what the workbook holds and how it shows it, the formula where it has one."""

    said: Said
    held: Decimal | None = None
    code: str = ""
    formula: Formula | None = None

    @property
    def gap(self) -> bool:
        """Whether it waits to be filled in."""
        return any(inline.missing for inline in self.said.inlines)

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.said.inlines

    def rounds_off(self, cells: dict[Key, Computed]) -> bool:
        """Whether the sum as printed is not the sum of what is printed for its parts."""
        if not isinstance(self.formula, SumOf) or self.held is None or not self.said.format:
            return False
        parts = [(term.sign, cells[term.row, term.column]) for term in self.formula.terms]
        shown = sum(sign * _shown(part) for sign, part in parts)
        return shown != _shown(self)


def _shown(cell: Computed) -> Decimal:
    """The number that the words of a cell print."""
    text = "".join(inline.text for inline in cell.said.inlines)
    return Decimal(text.removesuffix("%").replace(",", "")) if cell.held is not None else Decimal(0)


@dataclass(frozen=True)
class _Asked:
    """A formula that waits: what it says, its format, the figure that it must agree with."""

    text: str
    format: str
    teller: Teller
    paired: Said | None


@dataclass
class Sheet:
    """The cells of a form before its formulas; rows by their names and layouts."""

    form: Form
    rows: list[tuple[str, Layout]]
    cells: dict[Key, Computed] = field(default_factory=dict)
    asked: dict[Key, _Asked] = field(default_factory=dict)

    def say(self, key: Key, said: Said) -> None:
        """Put words or a number into a cell."""
        self.cells[key] = _stated(said)

    def formula(self, key: Key, text: str, name: str, teller: Teller, paired: Said | None) -> None:
        """Put a formula into a cell."""
        self.asked[key] = _Asked(text, name, teller, paired)

    def words(self, key: Key) -> str:
        """The words of a cell, "" for a formula."""
        made = self.cells.get(key)
        return "".join(inline.text for inline in made.said.inlines) if made else ""

    def places(self, name: str, here: Key, teller: Teller) -> list[Key]:
        """The cells that a name means, seen from a cell."""
        number, column = here
        _, layout = self.rows[number]
        row_name, dot, column_name = name.partition(".")
        if not dot and name in layout.names:
            return [(number, layout.start(layout.names.index(name)))]
        wanted = column_name or layout.names[[layout.start(place) for place in range(len(layout.names))].index(column)]
        if row_name not in {row.name for row in self.form.rows}:
            raise teller.error(f"公式里的“{name}”既不是本行的栏名，也不是本表的行名，请核对")
        found = [(at, each) for at, (named, each) in enumerate(self.rows) if named == row_name]
        if any(wanted not in each.names for _, each in found):
            raise teller.error(f"公式里的“{name}”所指的行没有“{wanted}”这一栏，请写明“行.栏”")
        return [(at, each.start(each.names.index(wanted))) for at, each in found]


def computed(sheet: Sheet, complaints: list[str]) -> dict[Key, Computed]:
    """Every cell, formulas worked out; what a formula and its figure disagree on goes to the complaints."""
    work = _Work(sheet, complaints, dict(sheet.cells))
    for key in sheet.asked:
        work.cell(key)
    return work.done


@dataclass
class _Work:
    sheet: Sheet
    complaints: list[str]
    done: dict[Key, Computed]
    open: set[Key] = field(default_factory=set)

    def cell(self, key: Key) -> Computed | None:
        """The cell at a place, None where a cell above covers it."""
        if key in self.done or key not in self.sheet.asked:
            return self.done.get(key)
        asked = self.sheet.asked[key]
        if key in self.open:
            raise asked.teller.error("公式绕回了自己，请核对所引用的行和栏")
        self.open.add(key)
        self.done[key] = self._agreed(asked, self._result(key, asked))
        return self.done[key]

    def _result(self, key: Key, asked: _Asked) -> Computed:
        if asked.format not in CELL_FORMATS:
            raise asked.teller.error(f"公式的格式“{asked.format}”不能用于数字单元格，可用：{'、'.join(CELL_FORMATS)}")
        look = CELL_FORMATS[asked.format]
        try:
            said = declared.parse(asked.text)
        except ValueError as problem:
            raise asked.teller.error(str(problem)) from None
        if isinstance(said, declared.Ratio):
            return self._ratio(key, said, look, asked)
        return self._sum(key, said, look, asked)

    def _sum(self, key: Key, said: declared.Sum, look: CellFormat, asked: _Asked) -> Computed:
        terms: list[Term] = []
        for sign, name in said.terms:
            for row, column in self.sheet.places(name, key, asked.teller):
                part = self.cell((row, column))
                if part is not None and (part.held is not None or part.gap or part.blank):
                    terms.append(Term(row, column, sign))
        parts = [(term.sign, self.done[term.row, term.column]) for term in terms]
        made = SumOf(tuple(terms), look.sum_places + (2 if look.percent else 0))
        if any(part.gap for _, part in parts):
            return _unknown(made, look)
        known = [sign * part.held for sign, part in parts if part.held is not None]
        if not known:
            return Computed(Said(()))
        return _number(round_half_up(sum(known, Decimal(0)), made.places), look, made, asked)

    def _ratio(self, key: Key, said: declared.Ratio, look: CellFormat, asked: _Asked) -> Computed:
        above, below = (self._only(name, key, asked) for name in (said.above, said.below))
        upper, lower = self.done[above], self.done[below]
        made = RatioOf(Term(*above), Term(*below))
        if upper.gap or lower.gap:
            return _unknown(made, look)
        if upper.held is None or lower.held is None:
            return Computed(Said(()))
        if not lower.held:
            return Computed(Said(()), None, look.code, made)
        return _number(upper.held / lower.held, look, made, asked)

    def _only(self, name: str, key: Key, asked: _Asked) -> Key:
        found = self.sheet.places(name, key, asked.teller)
        if len(found) != 1 or self.cell(found[0]) is None:
            raise asked.teller.error(f"公式里的“{name}”要正好指一个单元格，请核对")
        return found[0]

    def _agreed(self, asked: _Asked, made: Computed) -> Computed:
        """The cell with the figure that it must agree with; where they differ, the figure is what is printed."""
        if asked.paired is None or asked.paired.value is None:
            return made
        stated = _stated(asked.paired)
        if made.held is None or stated.held is None:
            return stated if stated.held is not None else made
        if round_half_up(made.held, _COMPARED) == round_half_up(stated.held, _COMPARED):
            return replace(made, said=stated.said)
        mark = stated.said.inlines[0]
        title = mark.title if isinstance(mark, FigureMark) else asked.teller.place
        self.complaints.append(
            f"表“{self.sheet.form.title}”中“{title}”的指标是{mark.text}，按表内各项算得"
            f"{made.said.inlines[0].text}，请核对各项。"
        )
        return stated


def _stated(said: Said) -> Computed:
    look = CELL_FORMATS.get(said.format)
    if said.value is None or look is None:
        return Computed(said, code=look.code if look else "")
    return Computed(said, look.held(said.value), look.code)


def _number(held: Decimal, look: CellFormat, made: Formula, asked: _Asked) -> Computed:
    value = look.told(held)
    said = Said((Text(asked.teller.written(value, asked.format)),), value, asked.format)
    return Computed(said, held, look.code, made)


def _unknown(made: Formula, look: CellFormat) -> Computed:
    return Computed(Said((Text(GAP, missing=True),)), None, look.code, made)
