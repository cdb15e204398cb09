"""The way into a new house: an administrator opened at the machine."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import account
from yunguan.office.people import Role, User

pytestmark = pytest.mark.django_db


def opened(name: str) -> str:
    said = StringIO()
    call_command("open_administrator", name, stdout=said)
    return said.getvalue().partition("口令：")[2].split()[0]


def test_the_first_administrator_logs_in_with_a_password_to_be_changed() -> None:
    password = opened("admin")
    user = User.objects.get(username="admin")
    assert user.check_password(password)
    assert (user.role, user.must_change_password) == (Role.ADMINISTRATOR, True)


def test_a_second_call_renews_the_password() -> None:
    first, second = opened("admin"), opened("admin")
    user = User.objects.get(username="admin")
    assert user.check_password(second)
    assert not user.check_password(first)


def test_another_persons_account_is_left_alone() -> None:
    account(Role.CLERK, "safety", "clerk")
    with pytest.raises(CommandError, match="不是系统管理员"):
        opened("clerk")
