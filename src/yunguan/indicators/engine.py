"""Runs Ibis expressions on Django's own connection: the centre's SQLite or PostgreSQL."""

from __future__ import annotations

from typing import Any

import ibis
from django.db import connection

DIALECTS = {"sqlite": "sqlite", "postgresql": "postgres"}


class DjangoEngine:
    """The engine of the house itself; inside whatever transaction is open."""

    def run(self, expression: Any) -> list[tuple[Any, ...]]:
        """Compile for the connection's vendor, run, fetch all."""
        sql = str(ibis.to_sql(expression, dialect=DIALECTS[connection.vendor], pretty=False))
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())
