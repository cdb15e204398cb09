"""Something to hold while a budget line is checked and written, so that two writers never both take its last fen."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, models

from yunguan.budget.line import Line


class LineLock(models.Model):
    """One line of the budget; the row says nothing, it is only held until the transaction ends."""

    key = models.CharField("预算线", max_length=160, primary_key=True)

    class Meta:
        verbose_name = "预算线占用"

    def __str__(self) -> str:
        return self.key


def hold(lines: Iterable[Line]) -> None:
    """Hold these lines to the end of the transaction; outside of one a check is a forecast and holds nothing.

    The rows are made and taken in the order of their keys, so that two writers wait instead of embracing. On
    SQLite the transaction is IMMEDIATE and holds the whole database already.
    """
    if not connection.in_atomic_block:
        return
    keys = sorted({line.key for line in lines})
    LineLock.objects.bulk_create([LineLock(key=key) for key in keys], ignore_conflicts=True)
    list(LineLock.objects.select_for_update().filter(key__in=keys).order_by("key"))
