"""What people do before the screen in several tests: make a move, take a picture; and who they are."""

from __future__ import annotations

import os
from typing import Any

from tests.web.world import PASSWORD
from yunguan.office.people import Role, User
from yunguan.office.services import open_account

SHOTS = os.environ.get("SHOTS", "")


def shot(page: Any, name: str) -> None:
    """A picture for whoever looks the pages over, where a folder is named."""
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def staff(section: str, role: Role) -> User:
    """Somebody of a section, named as ``passenger_clerk``, whose password is changed already."""
    user = open_account(
        username=f"{section}_{role}",
        password=PASSWORD,
        role=role,
        display_name=f"{section}{role.label}",
        unit=section,
    )
    user.must_change_password = False
    user.save()
    return user


def act(page: Any, label: str, code: str, **given: str) -> None:
    """Make one move on the page of a record, filling in or choosing what it asks."""
    summary = page.locator("details.move:not([open]) > summary", has_text=label)
    if summary.count():
        summary.first.click()
    for column, text in given.items():
        put(page.locator(f"#id_{code}_{column}"), text)
    page.get_by_role("button", name=f"确认{label}", exact=True).click()


def put(field: Any, text: str) -> None:
    """Type into a field, or choose from its list by the words that stand there."""
    if field.evaluate("each => each.tagName") == "SELECT":
        field.select_option(label=text)
    else:
        field.fill(text)
