import pytest

from tests.audit.reading_of import audited


@pytest.mark.parametrize(
    "text",
    [
        "共服务 180 人次，其中业主 90 人，驾驶员 80 人次。",
        "涉及 196 家，其中货运企业 140 家、个体业户 57 户。",
        "全年检查 30 次，其中检查企业 25 家、车辆 48 台次。",
    ],
)
def test_people_and_times_or_firms_and_households_are_never_added(text: str) -> None:
    assert [finding for finding in audited(text).findings if finding.severity != "hint"] == []
