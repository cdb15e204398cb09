"""One of two people who approve the same plans at once: prints how many of them were won."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from yunguan.cli.house import open_house

NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)


def naive(record: Any, old: str, transition: Any, values: dict[str, Any]) -> None:
    """The mutant: read, check, save; whoever comes second overwrites."""
    fresh = type(record)._base_manager.get(pk=record.pk)
    from yunguan.office.workflow.runtime import Overtaken, _who_was_first  # noqa: PLC0415 - after Django

    if fresh.state != old:
        raise Overtaken(_who_was_first(record))
    time.sleep(0.001)
    type(record)._base_manager.filter(pk=record.pk).update(state=transition.target, **values)
    record.state = transition.target


def approve(username: str) -> int:
    """Approve every submitted plan; count those that this person won."""
    from yunguan.office.people import User  # noqa: PLC0415 - after Django
    from yunguan.office.workflow.runtime import Order, Refused, move  # noqa: PLC0415
    from yunguan.registers.book import book  # noqa: PLC0415

    head = User.objects.get(username=username)
    won = 0
    for record in list(book("emergency_plan").model._default_manager.order_by("pk")):
        given = {"filing_no": f"备{record.pk}"}
        try:
            move(record, Order("file", head, date(2023, 3, 10), NOW, given=given))
        except Refused:
            continue
        won += 1
    return won


def main(username: str, barrier: str, kind: str) -> None:
    """Wait until the other one is there too, then begin."""
    open_house(None)
    Path(barrier, username).touch()
    while len(list(Path(barrier).iterdir())) < 2:
        time.sleep(0.001)
    if kind == "naive":
        with mock.patch("yunguan.office.workflow.runtime._win", naive):
            print(approve(username))
    else:
        print(approve(username))


if __name__ == "__main__":
    main(*sys.argv[1:])
