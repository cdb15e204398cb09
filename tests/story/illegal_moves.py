"""Tries, on a record of every state, each move that may not be made, and tells which was not refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from yunguan.cli.house import open_house

NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)


def answers(record: Any, user: Any) -> Iterator[tuple[str, str]]:
    """Each move that the state or the role forbids, with the answer that it gets ("" where it was made)."""
    from django.db import transaction  # noqa: PLC0415 - after Django

    from yunguan.office.workflow.runtime import Order, Refused, move  # noqa: PLC0415

    for each in record.workflow.transitions:
        if record.state in each.source and user.role in each.roles:
            continue
        try:
            with transaction.atomic():
                move(record, Order(each.code, user, NOW.date(), NOW, reason="试"))
                transaction.set_rollback(True)
        except Refused as answer:
            yield each.code, str(answer)
        else:
            yield each.code, ""


def main() -> None:
    """Print how many moves were tried, and those that were made or answered without a Chinese sentence."""
    open_house(None)
    from yunguan.office.people import Role, User  # noqa: PLC0415 - after Django
    from yunguan.registers.book import books  # noqa: PLC0415

    strangers = {role: User.objects.filter(role=role).first() for role in (Role.CLERK, Role.REVIEWER)}
    tried, wrong, unseen = 0, [], {}
    for book in (each for each in books().values() if each.has_workflow):
        missing = []
        for state in book.workflow.states:
            record = book.model._default_manager.filter(state=state.code).first()
            if record is None:
                missing.append(state.code)
                continue
            for user in strangers.values():
                for code, answer in answers(record, user):
                    tried += 1
                    if not answer.endswith("。"):
                        wrong.append([book.id, state.code, code, answer])
        unseen[book.id] = missing
    print(json.dumps({"tried": tried, "wrong": wrong, "unseen": unseen}, ensure_ascii=False))


if __name__ == "__main__":
    main()
