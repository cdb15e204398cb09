"""What belongs to a school: it lies where the school lies, and the company must be one."""

from __future__ import annotations

import pytest

from tests.factories import operator
from tests.registers.driver_training.schools import company, school
from yunguan.office.workflow.runtime import Refused


@pytest.mark.django_db
def test_it_lies_where_the_school_lies() -> None:
    assert school(company(1, area="430481")).area == "430481"


@pytest.mark.django_db
def test_a_carrier_is_no_school() -> None:
    with pytest.raises(Refused, match="不是驾驶员培训业户"):
        school(operator(1))
