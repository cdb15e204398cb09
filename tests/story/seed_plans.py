"""Puts plans that wait for approval, and two heads who may give it, into a new house."""

from __future__ import annotations

import sys
from datetime import date

from yunguan.cli.house import open_house
from yunguan.cli.tables import bring_tables_up_to_date


def main(count: str) -> None:
    """Seed that many submitted plans."""
    open_house(None)
    bring_tables_up_to_date()
    from django.db import transaction  # noqa: PLC0415 - after Django

    from tests.factories import account, operator, plan, step  # noqa: PLC0415
    from yunguan.office.people import Role  # noqa: PLC0415

    with transaction.atomic():
        clerk = account(Role.CLERK, "safety", "clerk")
        account(Role.HEAD, "safety", "first")
        account(Role.HEAD, "safety", "second")
        for number in range(int(count)):
            step(plan(operator(number)), "submit", clerk, date(2023, 3, 6))


if __name__ == "__main__":
    main(*sys.argv[1:])
