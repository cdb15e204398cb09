"""What kind of document it is, and of which year."""

from __future__ import annotations

import pytest

from tests.audit.reading_of import audited
from yunguan.audit.identity import identity_of


def _year(text: str) -> int | None:
    reading = audited(text).reading
    return None if reading is None else identity_of(reading).year


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("发布日期：2017-09-20\n\n报告日期：2017年7月15日\n\n优抚项目支出绩效自评报告\n\n项目起止时间为2016年。", 2016),
        ("2016年度优抚项目支出绩效自评报告\n\n发布日期：2017-09-20", 2016),
        ("优抚项目支出绩效自评报告（2016年）\n\n来源：区财政局 2017年9月20日", 2016),
    ],
)
def test_the_day_of_publication_is_not_the_year_reported_on(head: str, year: int | None) -> None:
    assert _year(head) == year
