"""Writes many rows that the house makes itself, set-wise as an import does, under a batch that names their source."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from yunguan.office.people import User
from yunguan.registers.book import book
from yunguan.registers.importing.writing import write
from yunguan.registers.record import Record
from yunguan.registers.services import centre_area
from yunguan.registers.tables import ImportBatch


def write_made(register: str, records: Sequence[Record], name: str, user: User | None, now: datetime) -> None:
    """Insert new records, in their first state unless they have another; the caller's transaction holds them together.

    What the caller computed is written as it is: derived columns are filled, problems are not asked for.
    """
    kept = book(register)
    for record in records:
        _begin(kept.workflow.initial.code, record, user, now)
    digest = hashlib.sha256("\n".join(_words(record) for record in records).encode()).hexdigest()
    batch = ImportBatch.objects.create(
        register=register, file_name=name, digest=digest, accepted=len(records), by=user, at=now
    )
    write(kept, records, batch, user, now)


def _begin(first: str, record: Record, user: User | None, now: datetime) -> None:
    record.state = record.state or first
    record.created_at, record.created_by = now, user
    if type(record).internal:
        record.area = centre_area()
    record.derive()


def _words(record: Any) -> str:
    return "|".join(str(getattr(record, field.attname)) for field in record._meta.concrete_fields)
