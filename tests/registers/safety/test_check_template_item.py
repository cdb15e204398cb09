"""Items of checklists: fixed once somebody was checked by them."""

from __future__ import annotations

import pytest

from tests.factories import operator
from tests.registers.safety.scenes import check, head, item, list_in_force
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_list_takes_items_until_it_has_been_used() -> None:
    listed, _ = list_in_force(head())
    item(listed, 7)
    check(listed, operator(1))
    with pytest.raises(Refused, match="另建新版清单"):
        item(listed, 8)
