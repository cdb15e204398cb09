"""The accounts of the demonstration: the people who keep, sign, read and check, with one-time passwords."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from yunguan.demo.books.establishment import sections
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre
from yunguan.office.people import Role, User
from yunguan.office.services import open_account

COUNTY = "county_430481"
HEAD_POST, CLERK_POST = "科长", "科员"


@dataclass(frozen=True)
class Account:
    """One account: its name, whose it is, and what it may do where."""

    username: str
    role: Role
    display_name: str
    unit: str = ""
    operator_uscc: str = ""


@dataclass(frozen=True)
class Opened:
    """An account as it stands now; ``password`` is "" where its owner has already chosen one."""

    account: Account
    user: User
    password: str


def accounts(centre: Centre) -> tuple[Account, ...]:
    """A clerk and a head for every section, and one account for each other part; names as in the staff list."""
    return (*_of_sections(centre), *_others(centre))


def open_accounts(centre: Centre, *, token: Callable[[], str]) -> list[Opened]:
    """Open every account with a password from ``token`` that must be changed at the first login.

    An account that is there already gets a new one-time password only while its owner has never chosen one.
    """
    there = {user.username: user for user in User.objects.all()}
    return [_open(account, there.get(account.username), token) for account in accounts(centre)]


def strangers(centre: Centre) -> list[str]:
    """Names of accounts in the house that are none of the demonstration's."""
    own = {account.username for account in accounts(centre)}
    return sorted(set(User.objects.values_list("username", flat=True)) - own)


def _open(account: Account, user: User | None, token: Callable[[], str]) -> Opened:
    if user is not None and not user.must_change_password:
        return Opened(account, user, "")
    password = token()
    if user is None:
        user = open_account(
            username=account.username,
            password=password,
            role=account.role,
            display_name=account.display_name,
            unit=account.unit,
            operator_uscc=account.operator_uscc,
        )
    else:
        user.set_password(password)
        user.save(update_fields=["password"])
    return Opened(account, user, password)


def _of_sections(centre: Centre) -> Iterator[Account]:
    names = _names(centre)
    for code, name in sections().items():
        yield Account(f"{code}.clerk", Role.CLERK, names[name, CLERK_POST], code)
        yield Account(f"{code}.head", Role.HEAD, names[name, HEAD_POST], code)


def _others(centre: Centre) -> Iterator[Account]:
    chief = next(row["name"] for row in centre.rows("staff") if row["post"].endswith("、主任"))
    carrier = next(row for row in operating(centre, "passenger") if row["key_carrier"])
    yield Account("finance", Role.FINANCE, "财务报告岗", "finance")
    yield Account("leader", Role.LEADER, chief, "centre")
    yield Account("county.leiyang", Role.COUNTY, "耒阳市经办", COUNTY)
    yield Account("operator", Role.OPERATOR, carrier["legal_representative"], "", carrier["uscc"])
    yield Account("reviewer", Role.REVIEWER, "财政评审")
    yield Account("admin", Role.ADMINISTRATOR, "系统管理员", "centre")


def _names(centre: Centre) -> dict[tuple[str, str], str]:
    """The first of each post in each section."""
    found: dict[tuple[str, str], str] = {}
    for row in centre.rows("staff"):
        if row["state"] == "in_post":
            found.setdefault((row["unit"], row["post"]), row["name"])
    return found
