"""What holds for every book by its declaration: its state table leads on, its limits are kept over holidays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from yunguan.core.calendar import WorkingCalendar
from yunguan.core.workflow import Deadline, Rule, State
from yunguan.demo.days import calendar
from yunguan.office.people import Role
from yunguan.office.workflow.deadlines import UNITS, due_after
from yunguan.registers.book import Book, books

BOOKS = list(books().values())
MOVING = [each for each in BOOKS if each.has_workflow]
BEFORE_HOLIDAYS = (date(2023, 1, 18), date(2023, 4, 26), date(2023, 9, 27), date(2023, 12, 28))
"""Days before holidays with make-up days: 春节, 劳动节, 国庆节, 元旦 of 2023 and 2024."""


def name_of(book: Book) -> str:
    return book.id


@pytest.mark.parametrize("book", BOOKS, ids=name_of)
def test_what_a_book_names_are_columns_of_its_own(book: Book) -> None:
    model = book.model
    known = {field.name for field in model._meta.get_fields()}
    named = {*model.key_fields, *model.list_fields, *model.filter_fields, *model.personal, *model.expires}
    named |= {*model.kept_years, *model.alike_by, *model.companions, model.period_field} - {""}
    named |= {name.partition("__")[0] for name in (*model.search_fields, *model.known_as, model.operator_path) if name}
    assert named <= known
    assert book.model.title
    assert book.purpose.endswith("。")


@pytest.mark.parametrize("book", BOOKS, ids=name_of)
def test_what_need_not_be_filled_in_can_be_left_empty(book: Book) -> None:
    fields = [book.model._meta.get_field(each.name) for each in book.columns if "__" not in each.name]
    owed = {each.name for each in book.columns if each.required}
    held: list[Any] = [field for field in fields if field.name not in owed]
    assert [field.name for field in held if not field.null and field.get_default() is None] == []


@pytest.mark.parametrize("book", MOVING, ids=name_of)
def test_a_state_table_leads_from_the_first_state_to_every_other(book: Book) -> None:
    reached, edge = {book.workflow.initial.code}, {book.workflow.initial.code}
    while edge:
        edge = {move.target for move in book.workflow.transitions if edge & set(move.source)} - reached
        reached |= edge
    assert reached == {state.code for state in book.workflow.states}


@pytest.mark.parametrize("book", MOVING, ids=name_of)
def test_a_state_table_names_what_there_is(book: Book) -> None:
    known = {field.name for field in book.model._meta.get_fields()}
    for state in book.workflow.states:
        assert state.date_field is None or state.date_field in known, state
        assert not (state.final and list(book.workflow.moves_from(state.code))), state
        assert not (state.awaits and not list(book.workflow.moves_from(state.code))), state
    for move in book.workflow.transitions:
        assert set(move.asks) <= known, move
        assert move.roles <= set(Role), move
        assert move.roles or move.when_overdue or move.by_machine, move


def rules() -> dict[str, Rule]:
    """The newest declared value of every rule."""
    found: dict[str, Rule] = {}
    for each in (rule for book in BOOKS for rule in book.model.rules):
        if each.code not in found or each.effective_from >= found[each.code].effective_from:
            found[each.code] = each
    return found


def limits() -> Iterator[tuple[Book, State, Deadline, str, str]]:
    """Every limit of every book, and for limits by kind of case every kind."""
    for book in MOVING:
        for state in book.workflow.states:
            if state.deadline is None:
                continue
            by = state.deadline.by
            kinds = [code for code, _ in book.by_name[by].choices] if by else [""]
            for kind in kinds:
                yield (
                    book,
                    state,
                    state.deadline,
                    kind,
                    f"{state.deadline.rule}.{kind}" if kind else state.deadline.rule,
                )


LIMITS = list(limits())


@pytest.mark.parametrize(
    ("book", "state", "deadline", "kind", "code"), LIMITS, ids=[f"{b.id}-{s.code}-{c}" for b, s, _, _, c in LIMITS]
)
def test_a_limit_is_kept_over_holidays_and_make_up_days(
    book: Book, state: State, deadline: Deadline, kind: str, code: str
) -> None:
    declared = rules()
    assert code in declared, f"{book.id}：规则 {code} 没有声明。"
    rule = declared[code]
    assert rule.unit in UNITS, rule
    for begun in BEFORE_HOLIDAYS:
        fields: dict[str, object] = {"state": state.code, "workflow": book.workflow}
        fields |= {deadline.by: kind} if deadline.by else {}
        fields |= {deadline.extended_by: None} if deadline.extended_by else {}
        due = due_after(SimpleNamespace(**fields), [(state.code, begun, None)], calendar(), lambda _code, _day: rule)  # type: ignore[arg-type,return-value]
        assert due == counted(begun, rule, calendar())


def counted(begun: date, rule: Rule, days: WorkingCalendar) -> date:
    """The last day of a limit, day by day; one that ends on a day off ends on the next that is worked."""
    day, left = begun, rule.value
    while left > 0:
        day += timedelta(days=1)
        left -= 1 if rule.unit == "日" or days.days[day] else 0
    while not days.days[day]:
        day += timedelta(days=1)
    return day


def test_one_rule_is_declared_by_one_book() -> None:
    owners: dict[tuple[str, date], list[str]] = defaultdict(list)
    for book in BOOKS:
        for rule in book.model.rules:
            owners[rule.code, rule.effective_from].append(book.id)
    assert {code: found for code, found in owners.items() if len(found) > 1} == {}


def test_titles_are_the_names_of_workbooks_and_differ() -> None:
    titles = [book.title for book in BOOKS]
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 and not set(title) & set(r"[]:*?/\\") for title in titles)
