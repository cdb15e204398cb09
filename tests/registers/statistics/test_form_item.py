"""Items: numbered by their version and code."""

import pytest

from tests.registers.statistics.surveys import made, version
from yunguan.office.workflow.runtime import Refused


@pytest.mark.django_db
def test_an_item_is_known_by_its_version_and_code() -> None:
    held = version()
    values = {"form_version": held, "name": "营业收入", "measure": "千元", "place": 9}
    assert made("form_item", code="K9", **values).item_no == "交企客1-2022/K9"
    with pytest.raises(Refused, match="已有相同的记录"):
        made("form_item", code="K9", **values)
    with pytest.raises(Refused, match="从 1 开始"):
        made("form_item", code="K8", **(values | {"place": 0}))
