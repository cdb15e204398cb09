"""What the desk shows: headline figures, the budget's execution, who is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from yunguan.budget.amounts import Amounts
from yunguan.budget.views import basic_view, project_view
from yunguan.core.figure import Figure, Question
from yunguan.core.scope import Scope
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.return_selectors import late_returns
from yunguan.indicators.selectors import figures
from yunguan.office.people import Role, User
from yunguan.office.scope import scope_of
from yunguan.office.selectors import section_names
from yunguan.registers.book import Book
from yunguan.registers.own.selectors import late_requests
from yunguan.registers.selectors import visible
from yunguan.web.access import books_open_to, sees_budget
from yunguan.web.due import Clock, Due

HEADLINES = (
    "finance.total.executed",
    "safety.emergency_plan.filed_rate",
    "safety.managers_exam.pass_rate",
    "plates.charter",
    "unit.staff_in_post",
    "finance.three_public.actual",
    "appeals.handled_rate",
    "maintenance.vehicles_checked",
)
MOST = 8
OWN_FIRST = frozenset({Role.CLERK, Role.HEAD})


@dataclass(frozen=True)
class Bar:
    """A budget line with what was spent of it; money in 元, ``percent`` for the bar's length."""

    title: str
    amounts: Amounts

    @property
    def percent(self) -> Decimal | None:
        """预算执行率 in per cent."""
        rate = self.amounts.rate
        return None if rate is None else rate * 100

    @property
    def length(self) -> int:
        """0 to 100, for the bar."""
        return min(100, max(0, int(self.percent or 0)))

    @property
    def overspent(self) -> bool:
        """Whether more was spent than granted."""
        return self.amounts.remaining is not None and self.amounts.remaining < 0


@dataclass(frozen=True)
class Late:
    """Who owes what since when."""

    who: str
    what: str
    count: int
    href: tuple[str, str | int]
    due: Due


def headlines(user: User, question: Question) -> list[Figure]:
    """The figures at the head of the desk: the section's own for its clerks and head, the centre's for others."""
    own = [each.id for each in catalogue() if each.section == user.section and user.role in OWN_FIRST]
    wanted = own or [each for each in HEADLINES if each in catalogue()]
    found = figures(question, wanted, scope=scope_of(user)).values() if wanted else ()
    return [each for each in found if each.value is not None][:MOST]


def execution(scope: Scope, year: int, as_of: date) -> list[Bar]:
    """The general budget by basic expenditure and project, for those who see the finance section's books."""
    if not sees_budget(scope):
        return []
    basic, projects = basic_view(year, as_of, scope), project_view(year, as_of, scope)
    bars = [Bar("人员经费", basic.staff), Bar("公用经费", basic.office)]
    bars += [Bar(each.name or each.code, each.amounts) for each in projects.projects]
    return [each for each in bars if each.amounts.budget is not None or each.amounts.executed is not None]


def shelves(user: User) -> list[tuple[Book, int]]:
    """The books of an outsider, with how many of its own rows stand in each."""
    return [(each, visible(each, scope_of(user)).count()) for each in books_open_to(user)]


def late(user: User, clock: Clock) -> Iterator[Late]:
    """Returns and records whose day has passed, for those who look after others' work."""
    names = section_names()
    for one in late_returns(user, clock.today).order_by("due_on"):
        yield Late(names.get(one.section, ""), f"{one.period.label}报送", 1, ("return", one.pk), clock.mark(one.due_on))
    for task in late_requests(user, clock.today):
        words = f"{task.own.title}（{task.unit.name}）"
        yield Late(names.get(task.own.section, ""), words, 1, ("own-task", task.pk), clock.mark(task.due_on))
    for book in books_open_to(user):
        states = book.workflow.waiting
        rows = visible(book, scope_of(user)).filter(Q(state__in=states), due_on__lt=clock.today).order_by("due_on")
        first = rows.first() if states else None
        if first is not None:
            yield Late(
                names.get(book.section, ""), book.title, rows.count(), ("register", book.id), clock.mark(first.due_on)
            )
