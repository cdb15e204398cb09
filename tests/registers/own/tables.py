"""Takes away the tables of registers of one's own where a test has committed them."""

from __future__ import annotations

from django.db import connection

from yunguan.registers.own.refresh import forget


def dropped() -> None:
    """No table of a defined book, and no model of one, is left."""
    quote = connection.ops.quote_name
    made = [
        name for name in connection.introspection.table_names() if name.startswith(("own_book_", "own_historicalbook_"))
    ]
    with connection.cursor() as cursor:
        for name in made:
            cursor.execute(f"DROP TABLE {quote(name)}")
    forget()
