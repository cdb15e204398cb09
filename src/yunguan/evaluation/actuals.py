"""What each item came to: from a figure of the catalogue, from the balance of the budget, or from what was declared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from yunguan.budget.amounts import Amounts
from yunguan.budget.views import project_view
from yunguan.core.expressions import Reference
from yunguan.core.figure import Declaration, Figure, Operand, Origin
from yunguan.core.period import Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.entering import read_reached
from yunguan.evaluation.rule import Sample
from yunguan.evaluation.scheme import BUDGET, DEPARTMENT, Item, Scheme
from yunguan.evaluation.scored import Actual
from yunguan.evaluation.tables import ItemEntry
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import figures, question_of

Figures = Mapping[str, Figure]


def actuals_of(
    scheme: Scheme, subject: str, year: int, entries: Mapping[str, ItemEntry], scope: Scope = EVERYTHING
) -> dict[str, Actual]:
    """What every item of the scheme came to in a year, by item id."""
    known = figures_of(scheme, year, scope)
    money = None if subject == DEPARTMENT else _money(subject, year, scope)
    return {item.id: _actual(item, scheme, known, money, entries.get(item.id)) for item in scheme.items()}


def figures_of(scheme: Scheme, year: int, scope: Scope = EVERYTHING) -> dict[str, Figure]:
    """The figures that the scheme asks for, as of the end of the year."""
    asked = {name for item in scheme.items() for name in (item.figure_for(scheme.settings), *(item.sample or ()))}
    asked |= {part for name in asked for part in declared_parts(name)}
    wanted = sorted(name for name in asked if name in catalogue())
    return figures(question_of(Period.year(year), scope=scope), wanted, scope=scope) if wanted else {}


def declared_parts(name: str) -> frozenset[str]:
    """The declared figures that another one is put together from."""
    if name not in catalogue():
        return frozenset()
    parts = [leaf.id for leaf in catalogue().get(name).expression.leaves() if isinstance(leaf, Reference)]
    own = {each for each in parts if each in catalogue() and catalogue().get(each).is_declared}
    return frozenset(own.union(*(declared_parts(each) for each in parts)))


def _actual(item: Item, scheme: Scheme, known: Figures, money: Amounts | None, entry: ItemEntry | None) -> Actual:
    if entry is not None and not entry.applies:
        return Actual(None, applies=False, by=_by(entry))
    name = item.figure_for(scheme.settings)
    found = _of_budget(money) if name == BUDGET else _of_figure(item, name, known)
    if found is not None and found.reached is not None:
        return found
    said = _declared(item, entry)
    return said if said.reached is not None or found is None else found


def _of_figure(item: Item, name: str, known: Figures) -> Actual | None:
    figure = known.get(name)
    if figure is None:
        return None
    said = _statements(name, figure, known)
    return Actual(
        figure.value,
        figure.origin,
        figure.operands,
        evidence="、".join(dict.fromkeys(each.evidence for each in said if each.evidence)),
        by="、".join(dict.fromkeys(each.by for each in said)),
        why_none=figure.why_none,
        sample=_sample(item, known),
        figure=name,
    )


def _statements(name: str, figure: Figure, known: Figures) -> list[Declaration]:
    """What sections said of the figure, or of the declared ones that it is put together from."""
    if figure.origin is Origin.COMPUTED:
        return []
    parts = (figure, *(known[part] for part in sorted(declared_parts(name)) if part in known))
    return [each.declared for each in parts if each.declared is not None]


def _sample(item: Item, known: Figures) -> Sample | None:
    if item.sample is None:
        return None
    valid, satisfied = (known[name].value if name in known else None for name in item.sample)
    return None if valid is None or satisfied is None else Sample(int(valid), int(satisfied))


def _of_budget(money: Amounts | None) -> Actual:
    """The execution rate of the subject's own budget, in per cent."""
    if money is None or money.rate is None:
        return Actual(None, why_none="该项目没有年初预算或支付记录。", figure=BUDGET)
    operands = (Operand("全年执行数（元）", money.executed), Operand("全年预算数（元）", money.budget))
    return Actual(money.rate * 100, Origin.COMPUTED, operands, figure=BUDGET)


def _money(subject: str, year: int, scope: Scope) -> Amounts | None:
    """The money of a project; the department's figures are in the catalogue."""
    view = project_view(year, Period.year(year).last, scope)
    return next((item.amounts for item in view.projects if item.code == subject), None)


def _declared(item: Item, entry: ItemEntry | None) -> Actual:
    if entry is None or not entry.reached_text:
        return Actual(None, why_none="责任科室尚未填报实际完成值。")
    reached = read_reached(item.rule, entry.reached_text)
    operands = (Operand(f"{_by(entry)}填报", reached if isinstance(reached, Decimal) else None),)
    return Actual(reached, Origin.DECLARED, operands, evidence=entry.evidence, by=_by(entry))


def _by(entry: ItemEntry) -> str:
    return str(entry.filled_by) if entry.filled_by else "系统"
