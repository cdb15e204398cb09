"""What the forms of a year tell, from the books: figures, goals, tasks, watches, scores and who signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from yunguan.budget.selectors import entries
from yunguan.budget.terms import Fund
from yunguan.budget.views import Item, fund_lines
from yunguan.core.expressions import Count, CountDistinct, Sum
from yunguan.core.figure import Figure
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.selectors import subjects
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.selectors import centre, section_names
from yunguan.report.form_facts import FormFacts, FundLine, Funds, GoalMoney, Known, Money, MoneyRow, Subject
from yunguan.report.form_goals import goal_parts
from yunguan.report.form_scores import score_parts

_WAN = Decimal(10_000)
_OTHER_FUNDS = (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL, Fund.SOCIAL_INSURANCE)
_BUILDING = ("30901", "30905", "31001", "31005")  # 房屋建筑物购建, 基础设施建设
_NOTHING = MoneyRow(Decimal(0), Decimal(0), Decimal(0))


def facts_of(known: FigureShelf) -> FormFacts:
    """All that the forms of a year may ask, as the books stand now."""
    year, scope = known.year, known.scope
    unit = centre()
    named = {code: unit.name if code == DEPARTMENT else name for code, name in subjects(year).items()}
    department, *projects = (_subject(code, name, year, known, scope) for code, name in named.items())
    money = entries(year, Period.year(year).last, scope)
    return FormFacts(
        unit=unit.name,
        superior=unit.parent.name if unit.parent else "",
        year=year,
        department=department,
        projects=tuple(projects),
        funds=Funds(*(_lines(known, fund) for fund in _OTHER_FUNDS)),
        buildings=None if any(each.fen and each.economic.startswith(_BUILDING) for each in money) else (),
        figure=known.get,
    )


@dataclass
class FigureShelf:
    """The figures of a year as of a day, worked out together with all of their subject when the first is asked for."""

    year: int
    scope: Scope = EVERYTHING
    as_of: date | None = None
    found: dict[str, Figure] = field(default_factory=dict)

    def get(self, code: str) -> Figure | None:
        """The figure under an id; None where the catalogue has none."""
        if code not in catalogue():
            return None
        if code not in self.found:
            self._fetch(code.partition(".")[0])
        return self.found[code]

    def _fetch(self, subject: str) -> None:
        names = section_names()
        wanted = [each for each in catalogue().keys() if each.partition(".")[0] == subject]  # noqa: SIM118 - a Catalogue
        asked = question_of(Period.year(self.year), as_of=self.as_of, scope=self.scope)
        for each in figures(asked, wanted, scope=self.scope).values():
            self.found[each.id] = replace(each, section=names.get(each.section, ""))


def _subject(code: str, name: str, year: int, known: FigureShelf, scope: Scope) -> Subject:
    scores = score_parts(year, code, known.get, scope)
    parts = goal_parts(year, code, lambda day: _on(code, FigureShelf(year, scope, day)), scope)
    made = Subject(code, name, parts.goal, _money(code, parts.goal.money, known))
    return replace(
        made,
        execution=scores.execution,
        score=scores.rows,
        caps=scores.caps,
        targets=scores.targets,
        tasks=parts.tasks,
        watch=parts.watch,
        signature=parts.signature,
    )


def _money(code: str, asked: GoalMoney, known: FigureShelf) -> Money:
    """The money of a subject by where it comes from.

    The books hold the four budgets of the Budget Law and no money of a special account: of the whole that they give,
    nothing is such money. A project whose budget is from first to last what its goal asked of this year's fiscal money
    has neither money carried over nor any other; of the rest nobody has said what it is made up of.
    """
    total = _row_of(code, known)
    if code == DEPARTMENT:
        return Money(total=total, special=_NOTHING, other=_other_budgets(known))
    alone = asked.other == 0 and asked.fiscal is not None and _values(total) == [asked.fiscal] * 2
    return Money(
        total=total,
        fiscal=replace(total, rate=None) if alone else MoneyRow(),
        carried=_NOTHING if alone else MoneyRow(),
        other=_NOTHING if alone else MoneyRow(initial=asked.other),
        last_year=_spent_before(code, known),
    )


def _values(row: MoneyRow) -> list[Decimal | None]:
    """The budget at the beginning of the year and the whole year's."""
    return [each.value if isinstance(each, Figure) else None for each in (row.initial, row.adjusted)]


def _spent_before(code: str, known: FigureShelf) -> Known:
    """What was spent the year before; a dash where the books of that year were kept without the project."""
    money = entries(known.year - 1, Period.year(known.year - 1).last, known.scope)
    if money and not any(each.project == code for each in money):
        return "——"
    stem = stems().get(code)
    return known.get(f"{stem}.last_year") if stem else None


def _on(code: str, known: FigureShelf) -> tuple[MoneyRow, Callable[[str], Figure | None]]:
    return _row_of(code, known), known.get


def _row_of(code: str, known: FigureShelf) -> MoneyRow:
    """The figures of a subject's money."""
    if code == DEPARTMENT:
        names = [
            f"finance.total.{each}" for each in ("initial_budget", "adjusted_budget", "executed", "execution_rate")
        ]
    elif stem := stems().get(code):
        names = [f"{stem}.initial_budget", f"{stem}.adjusted_budget", stem, f"{stem}.execution_rate"]
    else:
        return MoneyRow()
    return MoneyRow(*map(known.get, names))


def _other_budgets(known: FigureShelf) -> MoneyRow:
    """State capital and social insurance together: 其他资金 of the department's form."""
    return MoneyRow(
        *(
            _added(known.get(f"finance.state_capital{end}"), known.get(f"finance.social_insurance{end}"))
            for end in (".initial_budget", ".adjusted_budget", "")
        )
    )


def _added(*parts: Figure | None) -> Decimal | None:
    values = [None if part is None else part.value for part in parts]
    return sum((each for each in values if each is not None), Decimal(0)) if None not in values else None


def stems() -> dict[str, str]:
    """The id of each project's own figure by the project's code, which the figure's rows are chosen by."""
    found: dict[str, str] = {}
    for each in catalogue():
        if each.id.startswith("finance.project.") and each.id.count(".") == 2:  # noqa: PLR2004 - the project's own
            for leaf in each.expression.leaves():
                conditions = leaf.rows.conditions if isinstance(leaf, Count | CountDistinct | Sum) else ()
                found |= {str(one.value): each.id for one in conditions if one.field == "project_code"}
    return found


def _lines(known: FigureShelf, fund: Fund) -> tuple[FundLine, ...] | None:
    """The functional classes of a fund that has money; none where only zeros were entered, unknown without an entry."""
    found = fund_lines(fund, known.year, Period.year(known.year).last, known.scope)
    return None if found is None else tuple(_line(each) for each in found)


def _line(each: Item) -> FundLine:
    had = each.amounts
    return FundLine(f"{each.code} {each.name}".strip() or None, *map(_wan, (had.initial, had.budget, had.executed)))


def _wan(yuan: Decimal | None) -> Decimal | None:
    return None if yuan is None else yuan / _WAN
