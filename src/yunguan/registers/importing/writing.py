"""Writes the records of one sheet set-wise: rows, history, state intervals and log in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from django.db import connection

from yunguan.office.calendar import working_calendar
from yunguan.office.people import User
from yunguan.office.rules import rule_on
from yunguan.office.workflow.deadlines import Span, due_after
from yunguan.office.workflow.tables import Move, StateInterval
from yunguan.registers.book import Book
from yunguan.registers.importing.intervals import spans_of
from yunguan.registers.record import Record
from yunguan.registers.services import open_register
from yunguan.registers.tables import ImportBatch

REASON = "批次导入"


def write(book: Book, records: Sequence[Record], batch: ImportBatch, user: User | None, now: datetime) -> None:
    """Insert the records with everything that belongs to them; the caller's transaction makes it all or nothing."""
    if not records:
        return
    spans = [spans_of(record, now.date()) for record in records]
    _set_due(book, records, spans)
    _insert_rows(book, records, batch)
    ids = list(book.model._base_manager.filter(batch=batch).order_by("pk").values_list("pk", flat=True))
    if len(ids) != len(records):
        msg = f"写入 {len(records)} 行，实得 {len(ids)} 行，已全部撤回。"
        raise RuntimeError(msg)
    _write_history(book, batch, user, now)
    _write_intervals(book, ids, spans, now)
    _write_moves(book, records, ids, spans, user, now)
    open_register(book, _years(book, records, spans))


def _set_due(book: Book, records: Sequence[Record], spans: Sequence[list[Span]]) -> None:
    """Deadlines of records that are taken over in a state whose clock runs."""
    with_clock = {state.code for state in book.workflow.states if state.deadline}
    open_ = [(record, own) for record, own in zip(records, spans, strict=True) if record.state in with_clock]
    if not open_:
        return
    calendar = working_calendar()
    for record, own in open_:
        record.due_on = due_after(record, own, calendar, rule_on)


def _insert_rows(book: Book, records: Sequence[Record], batch: ImportBatch) -> None:
    """The rows; what is the same for all of them is made ready for the database once."""
    records[0].batch = batch
    fields = [field for field in book.model._meta.concrete_fields if not field.primary_key]
    same = [field for field in fields if field.name in {"created_at", "created_by", "batch"}]
    own = [field for field in fields if field not in same]
    shared = tuple(field.get_db_prep_save(getattr(records[0], field.attname), connection) for field in same)
    values = attrgetter(*(field.attname for field in own))
    rows = ((*values(record), *shared) for record in records)
    _insert(book.model._meta.db_table, [str(field.column) for field in (*own, *same)], rows)


def _insert(table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    quote = connection.ops.quote_name
    listed = ", ".join(quote(column) for column in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(table)} ({listed}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            statement = f"INSERT INTO {quote(table)} ({listed}) VALUES ({marks})"  # noqa: S608
            cursor.executemany(statement, rows)  # type: ignore[arg-type]


def _write_history(book: Book, batch: ImportBatch, user: User | None, now: datetime) -> None:
    """One INSERT … SELECT: simple-history does not see a bulk insert."""
    history = book.model.history.model
    quote = connection.ops.quote_name
    columns = [quote(field.column) for field in history.tracked_fields]
    extra = ["history_date", "history_type", "history_user_id", "history_change_reason"]
    stamp = history._meta.get_field("history_date").get_db_prep_save(now, connection)
    sql = (
        f"INSERT INTO {quote(history._meta.db_table)} ({', '.join([*columns, *extra])}) "  # noqa: S608
        f"SELECT {', '.join(columns)}, %s, '+', %s, %s FROM {quote(book.model._meta.db_table)} WHERE batch_id = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [stamp, user.pk if user else None, REASON, batch.pk])


def _write_intervals(book: Book, ids: Sequence[int], spans: Sequence[list[Span]], now: datetime) -> None:
    stamp = StateInterval._meta.get_field("recorded_at").get_db_prep_save(now, connection)
    rows = (
        (book.id, record_id, state, first, until, stamp, stamp if until else None)
        for record_id, own in zip(ids, spans, strict=True)
        for state, first, until in own
    )
    columns = ["register", "record_id", "state", "valid_from", "valid_to", "recorded_at", "closed_at"]
    _insert(StateInterval._meta.db_table, columns, rows)


def _write_moves(  # noqa: PLR0917 - one sheet and who brought it
    book: Book,
    records: Sequence[Record],
    ids: Sequence[int],
    spans: Sequence[list[Span]],
    user: User | None,
    now: datetime,
) -> None:
    """Each record's entry in the log; those that came in a later state are logged as taken over."""
    stamp = Move._meta.get_field("recorded_at").get_db_prep_save(now, connection)
    first = book.workflow.initial.code
    rows = (
        (
            book.id,
            record_id,
            "import" if record.state == first else "take_over",
            "",
            record.state,
            own[-1][1],
            user.pk if user else None,
            REASON,
            stamp,
        )
        for record, record_id, own in zip(records, ids, spans, strict=True)
    )
    names = ["register", "record_id", "transition", "from_state", "to_state", "on", "by_id", "reason", "recorded_at"]
    _insert(Move._meta.db_table, names, rows)


def _years(book: Book, records: Sequence[Record], spans: Sequence[list[Span]]) -> set[int]:
    """The years for which the register is kept: those of the rows, or of the first day of a stock."""
    if book.model.period_field:
        days: set[date] = {getattr(record, book.model.period_field) for record in records}
        return {day.year for day in days}
    return {min(own[0][1] for own in spans).year}
