"""The accounts of the demonstration."""

from __future__ import annotations

from itertools import count

import pytest

from yunguan.demo.accounts import accounts, open_accounts
from yunguan.demo.centre import Centre
from yunguan.office.people import Role, User

pytestmark = pytest.mark.django_db


def test_every_role_has_an_account_and_no_name_is_given_twice(centre: Centre) -> None:
    found = accounts(centre)
    assert {each.role for each in found} == set(Role)
    assert len({each.username for each in found}) == len(found)


def test_every_account_opens_with_a_password_of_its_own_that_must_be_changed(centre: Centre) -> None:
    tokens = count()
    opened = open_accounts(centre, token=lambda: f"once-{next(tokens)}")
    assert len({each.password for each in opened}) == len(opened)
    assert all(each.user.must_change_password and each.user.check_password(each.password) for each in opened)
    assert not User.objects.filter(is_superuser=True).exists()


def test_a_password_that_somebody_chose_is_left_alone(centre: Centre) -> None:
    open_accounts(centre, token=lambda: "first")
    User.objects.filter(username="leader").update(must_change_password=False)
    again = {each.account.username: each for each in open_accounts(centre, token=lambda: "second")}
    assert again["leader"].password == ""
    assert User.objects.get(username="leader").check_password("first")
    assert User.objects.get(username="admin").check_password("second")
