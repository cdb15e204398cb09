import pytest

from tests.audit.said_by import held_by, said_by

RULE = "dates_of_signature"
TEXT = "{}\n一、情况\n已自评。\n填表人\t李某\t填报日期：{}\n审核人\t王某\t联系电话：略\n"
REPORT = "2023年度部门整体支出绩效自评报告"


@pytest.mark.parametrize(
    ("title", "day", "expected"),
    [
        (REPORT, "2024年3月20日", []),
        (REPORT, "2023年11月20日", ["warning"]),
        (REPORT, "2023-11-20", ["warning"]),
        (REPORT, "2023年13月20日", []),
        ("部门整体支出绩效自评报告", "2023年11月20日", []),
        ("某局2023年度部门预算公开", "2023年1月20日", []),
    ],
)
def test_a_report_on_a_year_is_filled_in_after_its_end(title: str, day: str, expected: list[str]) -> None:
    assert said_by(RULE, TEXT.format(title, day)) == expected


def test_a_date_after_the_year_is_listed() -> None:
    assert held_by(RULE, TEXT.format(REPORT, "2024年3月20日"))


def test_a_form_without_a_report_is_dated_too() -> None:
    text = "项目支出绩效自评表\n（2022年度）\n填表人：周某　填报日期：{}　联系电话：略\n"

    assert said_by("dates_of_signature", text.format("2022年11月18日")) == ["warning"]
    assert said_by("dates_of_signature", text.format("2023年2月18日")) == []
