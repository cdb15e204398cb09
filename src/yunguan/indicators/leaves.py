"""The leaves of expressions as one query: each register is scanned once for all figures over it.

SQL computes integers only (counts and sums of fen); division and rounding happen in Python, so every engine answers
alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import reduce
from operator import and_, eq, ge, gt, le, lt, ne, or_
from typing import Any, Protocol

import ibis

from yunguan.core.expressions import Condition, Count, CountDistinct, GroupMean, Rows, Sum
from yunguan.core.figure import Question

Leaf = Count | CountDistinct | Sum | GroupMean


class Facts(Protocol):
    """What is known of one register's table (see ``registers.facts``)."""

    @property
    def register(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def types(self) -> dict[str, str]: ...
    @property
    def labels(self) -> dict[str, str]: ...
    @property
    def choices(self) -> dict[str, dict[str, str]]: ...
    @property
    def period_column(self) -> str: ...


class Engine(Protocol):
    """Whatever holds the rows: runs an Ibis expression over unbound tables and hands back plain tuples."""

    def run(self, expression: Any) -> list[tuple[Any, ...]]:
        """Rows of the result, integers as int."""


@dataclass(frozen=True)
class Ask:
    """One leaf, asked for certain areas only (None: without restriction)."""

    leaf: Leaf
    areas: frozenset[str] | None

    @property
    def rows(self) -> Rows:
        """The rows that the leaf is about."""
        return self.leaf.rows


@dataclass(frozen=True)
class Tally:
    """What SQL gave for a leaf: the integer, how many rows lie behind it, and the groups of a mean."""

    value: int | None
    records: int
    groups: tuple[tuple[int, int], ...] = ()


class UnknownColumn(LookupError):  # noqa: N818 - an answer to a wrong name
    """An expression names a column that its register does not have."""


@dataclass(frozen=True)
class Reader:
    """Asks one engine about registers whose tables are known, through tests that a scope adds to every row."""

    engine: Engine
    facts: Mapping[str, Facts]
    intervals: tuple[str, dict[str, str]]
    admitted: dict[str, tuple[Condition, ...]]  # a register that is missing here shows no row

    def tally(self, asks: Iterable[Ask], question: Question) -> dict[Ask, Tally]:
        """The tallies of all asks: one query a register and span of time, and one more for each grouped mean."""
        by_register: dict[tuple[str, Question], list[Ask]] = defaultdict(list)
        for ask in dict.fromkeys(asks):
            if ask.rows.register in self.admitted and ask.areas != frozenset():
                by_register[ask.rows.register, question.for_rows(ask.rows)].append(ask)
        found: dict[Ask, Tally] = {}
        for (register, asked), wanted in by_register.items():
            plain = [ask for ask in wanted if not isinstance(ask.leaf, GroupMean)]
            if plain:
                found |= self._scan(register, plain, asked)
            for ask in wanted:
                if isinstance(ask.leaf, GroupMean):
                    found[ask] = self._groups(register, ask, ask.leaf, asked)
        return found

    def listing(self, ask: Ask, question: Question) -> Any:
        """An Ibis expression for the ids of the records behind a leaf; one record a value for a distinct count."""
        question = question.for_rows(ask.rows)
        table = self._table(ask.rows.register, [ask], question)
        rows = table.filter(self._test(table, ask, question))
        if isinstance(ask.leaf, CountDistinct):
            column = self._column(ask.rows.register, ask.leaf.field)
            grouped = rows.filter(rows[column].notnull()).group_by(column).aggregate(id=rows.id.min())
            return grouped.select("id").order_by("id")
        if isinstance(ask.leaf, Sum):
            rows = rows.filter(rows[self._column(ask.rows.register, ask.leaf.field)].notnull())
        return rows.select("id").order_by("id")

    def _scan(self, register: str, asks: Sequence[Ask], question: Question) -> dict[Ask, Tally]:
        table = self._table(register, asks, question)
        columns: dict[str, Any] = {}
        for number, ask in enumerate(asks):
            test = self._test(table, ask, question)
            columns[f"v{number}"] = self._value(table, ask, test)
            columns[f"n{number}"] = self._records(table, ask, test)
        (row,) = self.engine.run(table.aggregate(**columns))
        return {ask: Tally(_int(row[2 * n]), _int(row[2 * n + 1]) or 0) for n, ask in enumerate(asks)}

    def _value(self, table: Any, ask: Ask, test: Any) -> Any:
        match ask.leaf:
            case Sum(field=field):
                return table[self._column(ask.rows.register, field)].sum(where=test)
            case CountDistinct(field=field):
                return table[self._column(ask.rows.register, field)].nunique(where=test)
            case _:
                return table.count(where=test)

    def _records(self, table: Any, ask: Ask, test: Any) -> Any:
        match ask.leaf:
            case Sum(field=field):
                return table.count(where=test & table[self._column(ask.rows.register, field)].notnull())
            case _:
                return self._value(table, ask, test)

    def _groups(self, register: str, ask: Ask, leaf: GroupMean, question: Question) -> Tally:
        above, below = Ask(leaf.numerator, ask.areas), Ask(leaf.denominator, ask.areas)
        table = self._table(register, [above, below], question)
        by = self._column(register, leaf.by)
        counted = table.group_by(by).aggregate(
            above=table.count(where=self._test(table, above, question)),
            below=table.count(where=self._test(table, below, question)),
        )
        rows = self.engine.run(counted.filter(counted.below > 0))
        groups = tuple(sorted((int(row[1]), int(row[2])) for row in rows))  # engines sort texts differently
        return Tally(None, sum(below for _, below in groups), groups)

    def _table(self, register: str, asks: Sequence[Ask], question: Question) -> Any:
        facts = self.facts[register]
        table = ibis.table(ibis.schema(facts.types), name=facts.name)
        if not any(_needs_state(ask) for ask in asks):
            return table
        held = _held(self.intervals, register, question)
        return table.left_join(held, table.id == held.held_record)

    def _test(self, table: Any, ask: Ask, question: Question) -> Any:
        parts = list(self._tests(table, ask, question))
        return reduce(and_, parts) if parts else ibis.literal(value=True)

    def _tests(self, table: Any, ask: Ask, question: Question) -> Iterator[Any]:
        rows = ask.rows
        for condition in (*self.admitted[rows.register], *rows.conditions):
            yield _compare(table[self._column(rows.register, condition.field)], condition)
        if ask.areas is not None:
            yield table["area"].isin(sorted(ask.areas))
        if rows.states:
            yield table["held_state"].isin(list(rows.states))
        dated = self._dated(rows)
        if dated:
            last = min(question.as_of, question.period.last)
            yield (table[dated] >= question.period.first) & (table[dated] <= last)
        if question.known_at is not None and not rows.states:
            yield table.created_at <= _instant(question.known_at)

    def _dated(self, rows: Rows) -> str:
        if rows.dated is None:
            return ""
        if rows.dated in {"", "*"}:
            return self.facts[rows.register].period_column
        return self._column(rows.register, rows.dated)

    def _column(self, register: str, field: str) -> str:
        types = self.facts[register].types
        for name in (field, f"{field}_id"):
            if name in types:
                return name
        msg = f"台账“{self.facts[register].title}”没有列“{field}”，请检查指标定义。"
        raise UnknownColumn(msg)


def _needs_state(ask: Ask) -> bool:
    if isinstance(ask.leaf, GroupMean):
        return bool(ask.leaf.numerator.rows.states or ask.leaf.denominator.rows.states)
    return bool(ask.rows.states)


def _held(intervals: tuple[str, dict[str, str]], register: str, question: Question) -> Any:
    """Which state each record of a register was in on the as-of date, as known at the time asked for."""
    name, types = intervals
    table = ibis.table(ibis.schema(types), name=name)
    day: date = question.as_of
    ended = table.valid_to.notnull()
    if question.known_at is not None:
        known_at = _instant(question.known_at)
        ended = ended & (table.closed_at <= known_at)
        table_known = table.recorded_at <= known_at
    else:
        table_known = ibis.literal(value=True)
    test = (table.register == register) & (table.valid_from <= day) & table_known & (~ended | (table.valid_to > day))
    return table.filter(test).select(held_record=table.record_id, held_state=table.state)


def _instant(moment: datetime) -> datetime:
    """In UTC, as SQLite's text and Parquet keep instants: a literal of another zone would be compared as text."""
    return moment.astimezone(UTC)


COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "eq": eq,
    "ne": ne,
    "gt": gt,
    "ge": ge,
    "lt": lt,
    "le": le,
    "in": lambda column, value: column.isin(list(value)),
    # not startswith: on SQLite that is LIKE, which reads % and _ as wildcards and takes a for A
    "startswith": lambda column, value: reduce(or_, (column.left(len(each)) == each for each in _each(value))),
    "isnull": lambda column, value: column.isnull() if value else column.notnull(),
}


def _compare(column: Any, condition: Condition) -> Any:
    return COMPARE[condition.operator](column, condition.value)


def _each(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


def _int(number: Any) -> int | None:
    return None if number is None else int(number)
