import pytest

from tests.audit.said_by import said_by

RULE = "period_of_data"

REPORT = "部门整体支出绩效自评报告\n\n（2023年度）\n\n{signed}\n\n一、绩效情况\n\n{text}\n"


@pytest.mark.parametrize(
    ("signed", "text", "severity"),
    [
        ("2023年11月2日", "全年检查 30 次。", "warning"),
        ("2024年4月3日", "截至10月底，共检查 30 次。", "hint"),
        ("2024年4月3日", "1—9月，共检查 30 次。", "hint"),
        ("2024年4月3日", "2022年度共检查 30 次。", "hint"),
    ],
)
def test_data_of_another_time_is_found(signed: str, text: str, severity: str) -> None:
    assert said_by(RULE, REPORT.format(signed=signed, text=text)) == [severity]


@pytest.mark.parametrize(
    "text", ["截至12月底，共检查 30 次。", "6月5日，检查 3 家企业。", "2023年检查 30 次，2022年为 20 次。"]
)
def test_data_of_the_year_pass(text: str) -> None:
    assert said_by(RULE, REPORT.format(signed="2024年4月3日", text=text)) == []
