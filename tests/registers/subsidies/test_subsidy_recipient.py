"""Recipients: who they are, and that the account is theirs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import identity, operator
from tests.registers.subsidies.pools import recipient
from yunguan.office.workflow.runtime import Refused


@pytest.mark.django_db
def test_a_company_is_paid_to_its_own_account_and_has_its_area() -> None:
    assert recipient(operator(1, area="430481")).area == "430481"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"account_name": "别家公司"}, "开户名与收款人名称不一致"),
        ({"name": "另一个名字", "account_name": "另一个名字"}, "名称与经营业户名录不一致"),
        ({"identity_number": identity(1)}, "不应填写身份证号"),
        ({"kind": "person"}, "须填写车主身份证号"),
        ({"bank": None}, "须同时填写开户银行"),
    ],
)
def test_an_account_that_is_not_the_recipients_own_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        recipient(operator(1), **values)


@pytest.mark.django_db
def test_an_owner_of_a_vehicle_is_paid_in_person() -> None:
    values = {"kind": "person", "name": "张平", "account_name": "张平", "identity_number": identity(1)}
    assert recipient(operator(1), **values).pk
