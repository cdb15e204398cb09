"""The rows of a sheet judged: what is there already, what is wrong in a row, what two rows may not share."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Problem, Severity
from yunguan.office.people import User
from yunguan.registers.book import Book
from yunguan.registers.importing.building import Conditions, Draft
from yunguan.registers.importing.duplicates import against_constraints, against_table, within_file
from yunguan.registers.importing.layout import Skipped
from yunguan.registers.record import Record
from yunguan.registers.services import outside


def judge(draft: Draft, conditions: Conditions) -> list[Skipped]:
    """Refuse in the draft what is wrong; what is there already or stands twice is dropped from it and returned.

    A row that is there already is dropped before anything else: it must not be in its own way. Of two rows of the
    file with one key only the right ones are compared; what holds between rows is asked of those that are left.
    """
    skipped = list(against_table(draft))
    for row, record in list(draft.records.items()):
        for problem in _problems(draft.book, record, conditions):
            _apply(draft, row, problem)
    skipped += within_file(draft)
    against_constraints(draft)
    rows = list(draft.records)
    records = [draft.records[row] for row in rows]
    for index, problem in draft.book.model.problems_among(records):
        _apply(draft, rows[index], problem)
    return skipped


def _apply(draft: Draft, row: int, problem: Problem) -> None:
    if problem.severity is Severity.ERROR:
        draft.refuse(row, problem.field, problem.message)
    else:
        draft.warnings.append(f"第 {row} 行：{problem.message}")


def _problems(book_: Book, record: Record, conditions: Conditions) -> Iterator[Problem]:
    if not record.area:
        yield Problem("area", "没有填写行政区划，也不能从其他列得出。")
    if record.state != book_.workflow.initial.code and not _may_take_over(book_, conditions.user):
        label = book_.workflow.labels[record.state]
        yield Problem("state", f"您无权直接导入状态为“{label}”的记录，请导入为“{book_.workflow.initial.label}”。")
    if shut := record.locked():
        yield Problem("", shut)
    if wrong := outside(book_, record, conditions.user):
        yield wrong
    yield from record.problems()


def _may_take_over(book_: Book, user: User | None) -> bool:
    return user is None or not book_.has_workflow or user.role in book_.workflow.takeover
