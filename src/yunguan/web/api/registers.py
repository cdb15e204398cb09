"""Registers by interface: the same rows, masks and moves as on the pages."""

from __future__ import annotations

import math
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from ninja import Router, Status

from yunguan.core.columns import Kind
from yunguan.core.finding import Problem
from yunguan.registers.book import Book
from yunguan.registers.record import Record
from yunguan.registers.services import may_move, may_write
from yunguan.web.access import book_for, books_open_to, person, record_for
from yunguan.web.api.shapes import BookOut, ErrorOut, MoveIn, MoveOut, RowOut, RowsOut, SchemaOut
from yunguan.web.cells import NOTHING, shown, value_of
from yunguan.web.moving import Typed, attempt
from yunguan.web.sifting import sifting_of

router = Router(tags=["台账"])
PER_PAGE = 100


@router.get("/", response=list[BookOut], summary="可以查看的台账")
def list_books(request: HttpRequest) -> list[dict[str, Any]]:
    """The books in which the account sees rows."""
    user = person(request)
    return [
        {
            "id": each.id,
            "title": each.title,
            "section": each.section,
            "purpose": each.purpose,
            "may_write": may_write(each, user),
        }
        for each in books_open_to(user)
    ]


@router.get("/{book_id}/schema", response=SchemaOut, summary="台账的结构")
def schema(request: HttpRequest, book_id: str) -> dict[str, Any]:
    """Columns and states of a book."""
    book = book_for(request, book_id)
    columns = [{name: getattr(column, name) for name in SchemaColumns} for column in book.columns]
    states = [{"code": each.code, "label": each.label, "final": each.final} for each in book.workflow.states]
    return {
        "id": book.id,
        "title": book.title,
        "key": list(book.model.key_fields),
        "columns": columns,
        "states": states,
    }


SchemaColumns = ("name", "label", "kind", "required", "unit", "personal", "choices", "target")


@router.get("/{book_id}/rows", response=RowsOut, summary="记录列表，参数与网页查询相同（q、page 及筛选列）")
def rows(request: HttpRequest, book_id: str) -> dict[str, Any]:
    """A page of rows; the same words and filters as the list page takes."""
    book = book_for(request, book_id)
    page = Paginator(sifting_of(request, book).rows.order_by("id"), PER_PAGE).get_page(request.GET.get("page"))
    return {
        "total": page.paginator.count,
        "page": page.number,
        "pages": math.ceil(page.paginator.count / PER_PAGE),
        "rows": [_row(book, each) for each in page],
    }


@router.get("/{book_id}/rows/{int:pk}", response=RowOut, summary="一条记录")
def row(request: HttpRequest, book_id: str, pk: int) -> dict[str, Any]:
    """One row."""
    return _row(book_for(request, book_id), record_for(request, book_id, pk))


@router.get("/{book_id}/rows/{int:pk}/moves", response=list[MoveOut], summary="当前可以办理的操作")
def moves(request: HttpRequest, book_id: str, pk: int) -> list[dict[str, Any]]:
    """The moves open to the account."""
    book, record = book_for(request, book_id), record_for(request, book_id, pk)
    found = [each for each in book.moves(record.state) if may_move(record, each, person(request))]
    return [
        {
            "code": each.code,
            "label": each.label,
            "target": each.target,
            "asks": list(each.asks),
            "reason": each.reason,
        }
        for each in found
    ]


@router.post(
    "/{book_id}/rows/{int:pk}/moves",
    response={200: RowOut, 403: ErrorOut, 404: ErrorOut, 409: ErrorOut, 422: ErrorOut},
    summary="办理一项操作",
)
def make_move(request: HttpRequest, book_id: str, pk: int, order: MoveIn) -> Status[Any]:
    """Make a move; 409 when somebody else was first, 422 when something must be put right."""
    book, record = book_for(request, book_id), record_for(request, book_id, pk)
    transition = next((each for each in book.workflow.transitions if each.code == order.transition), None)
    if transition is None:
        return _no(404, [Problem("", "此台账没有这项操作，请按接口说明核对操作代码。")])
    tried = attempt(request, book, record, transition, Typed(str(order.version), order.on, order.reason, order.given))
    return _no(tried.status, tried.problems) if tried.problems else Status(200, _row(book, record))


def _no(status: int, problems: list[Problem]) -> Status[Any]:
    said = [{"field": each.field, "message": each.message} for each in problems]
    return Status(status, {"detail": "；".join(each["message"] for each in said), "problems": said})


def _row(book: Book, record: Record) -> dict[str, Any]:
    return {
        "id": record.pk,
        "version": record.version,
        "state": record.state,
        "due_on": record.due_on,
        "values": {column.name: _value(column, record) for column in book.columns if column.kind is not Kind.STATE},
    }


def _value(column: Any, record: Record) -> Any:
    """Codes and numbers as stored; dates in ISO form, money in yuan, references and personal columns as shown."""
    value = value_of(record, column)
    if value is None or (isinstance(value, bool | int) and column.kind not in {Kind.MONEY, Kind.DECIMAL}):
        return value
    if column.choices or column.kind is Kind.AREA:
        return value
    text = shown(column, value)
    return None if text == NOTHING else text.replace(",", "") if column.kind is Kind.MONEY else text
