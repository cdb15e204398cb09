"""A register defined from a workbook, its rows taken in at once: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from django.db import transaction

from yunguan.office.people import User
from yunguan.registers.book import books
from yunguan.registers.importing.layout import find_layout
from yunguan.registers.importing.report import FileReport
from yunguan.registers.importing.services import Known, Opened, import_opened, save_mapping
from yunguan.registers.importing.workbook import Sheet, Workbook, read_workbook
from yunguan.registers.own.definition import Definition, from_json
from yunguan.registers.own.guessing import table_of_workbook
from yunguan.registers.own.refresh import refresh
from yunguan.registers.own.services import define
from yunguan.registers.own.tables import OwnRegister


def define_and_take(
    *, definition: Definition, headings: Mapping[str, int], path: Path, user: User, now: datetime, partial: bool
) -> tuple[OwnRegister, FileReport]:
    """Define a register, remember which heading of the file is which field, and import the file's rows.

    ``headings`` maps a heading to the place of its field in the definition, -1 to leave it out. Where rows are
    refused the register stands and the report says which; none is written unless ``partial``.
    """
    workbook = read_workbook(path)
    with transaction.atomic():
        own = define(definition=definition, user=user, now=now)
        names = [each.name for each in from_json(own.definition).fields]
        mapping = {text: names[place] if place >= 0 else "" for text, place in headings.items()}
        save_mapping(register=f"own_{own.code}", source=path.stem[:100], headers=mapping, now=now)
    refresh()
    report = take(own=own, workbook=workbook, path=path, mapping=mapping, user=user, now=now, partial=partial)
    return own, report


def take(
    *,
    own: OwnRegister,
    workbook: Workbook,
    path: Path,
    mapping: Mapping[str, str],
    user: User,
    now: datetime,
    partial: bool,
) -> FileReport:
    """Import the one sheet that the register was made from."""
    sheet: Sheet = table_of_workbook(workbook)
    own_book = books()[f"own_{own.code}"]
    known = Known(own_book, find_layout(sheet, own_book.columns, mapping))
    return import_opened(Opened(path, (known,), workbook=workbook), user=user, now=now, partial=partial)
