"""Forms: each is asked for by one survey."""

import pytest

from tests.registers.statistics.surveys import made, version
from yunguan.office.workflow.runtime import Refused


@pytest.mark.django_db
def test_a_form_is_listed_once_with_its_survey() -> None:
    form = version().form
    with pytest.raises(Refused, match="已有相同的记录"):
        made("report_form", form_no=form.form_no, name="另一张表", survey="bus", issued_by="交通运输部")
    with pytest.raises(Refused, match="没有“ship”这一项"):
        made("report_form", form_no="船1", name="水路", survey="ship", issued_by="交通运输部")
