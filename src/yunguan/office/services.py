"""What the office stage does: seed its tables, open accounts."""

from __future__ import annotations

import csv
from datetime import date
from importlib.resources import files

from django.db import transaction

from yunguan.core.area import load_areas
from yunguan.core.calendar_seed import seed_days
from yunguan.office.areas import AreaGroupMember
from yunguan.office.calendar import CalendarDay
from yunguan.office.organisation import OrgUnit
from yunguan.office.people import Role, User

BEGINNING = date(2000, 1, 1)
SEEDED_YEARS = range(2019, 2027)
"""Years whose days chinesecalendar knows at the time of release; later ones are entered by the administrator."""


@transaction.atomic
def seed_office() -> None:
    """Fill the tables that are empty with what the house brings along; never touch what a user changed."""
    if not OrgUnit.objects.exists():
        _seed_organisation()
    if not AreaGroupMember.objects.exists():
        _seed_groups()
    if not CalendarDay.objects.exists():
        _seed_calendar()


def open_account(
    *, username: str, password: str, role: Role, display_name: str, unit: str = "", operator_uscc: str = ""
) -> User:
    """A new account with a one-time password that must be changed at the first login."""
    return User.objects.create_user(
        username=username,
        password=password,
        role=role,
        display_name=display_name,
        unit=OrgUnit.objects.get(code=unit) if unit else None,
        operator_uscc=operator_uscc,
        must_change_password=True,
    )


def _seed_organisation() -> None:
    text = files("yunguan.office").joinpath("data/organisation.csv").read_text(encoding="utf-8")
    made: dict[str, OrgUnit] = {}
    for row in csv.DictReader(text.splitlines()):
        made[row["code"]] = OrgUnit.objects.create(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            parent=made.get(row["parent"]),
            area=row["area"],
            order=int(row["order"]),
        )


def _seed_groups() -> None:
    AreaGroupMember.objects.bulk_create(
        AreaGroupMember(
            group=group.code,
            group_name=group.name,
            area=area,
            effective_from=group.effective_from or BEGINNING,
        )
        for group in load_areas().groups
        for area in sorted(group.members)
    )


def _seed_calendar() -> None:
    CalendarDay.objects.bulk_create(
        CalendarDay(day=day.date, is_working=day.is_working, note=day.note)
        for year in SEEDED_YEARS
        for day in seed_days(year)
    )


@transaction.atomic
def change_account(*, account: User, role: Role, unit: str, operator_uscc: str, active: bool) -> User:
    """Give an account another place; what it was logged in as before ends with the next request."""
    account.role = role
    account.unit = OrgUnit.objects.get(code=unit) if unit else None
    account.operator_uscc = operator_uscc
    account.is_active = active
    account.save()
    return account


@transaction.atomic
def renew_password(*, account: User, password: str) -> User:
    """A new one-time password: it must be changed at the next login, and every session of the account ends."""
    account.set_password(password)
    account.must_change_password = True
    account.save()
    return account
