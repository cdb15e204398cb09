import pytest

from tests.audit.said_by import held_by, said_by

RULE = "attachments_present"
LISTED = "某局部门整体支出绩效自评报告\n一、情况\n已自评。\n附件：1. 部门整体支出绩效自评表 2. 项目支出绩效自评表\n"
LINES = "某局部门整体支出绩效自评报告\n一、情况\n已自评。\n附件：\n1. 部门整体支出绩效自评表\n2. 项目支出绩效自评表\n"
FIRST, SECOND = "部门整体支出绩效自评表\n得分96分。\n", "项目支出绩效自评表\n得分95分。\n"


@pytest.mark.parametrize("listed", [LISTED, LINES])
@pytest.mark.parametrize(
    ("behind", "expected"), [(FIRST + SECOND, []), (FIRST, ["warning"]), ("", ["hint"])], ids=["both", "one", "none"]
)
def test_what_the_list_names_stands_behind_it(listed: str, behind: str, expected: list[str]) -> None:
    assert said_by(RULE, listed + behind) == expected
    assert held_by(RULE, listed + behind) is bool(behind)


def test_a_report_without_a_list_of_attachments_is_left_alone() -> None:
    assert said_by(RULE, "某局部门整体支出绩效自评报告\n一、情况\n详见附件1。\n") == []


def test_a_paper_of_no_known_kind_and_one_cut_off_may_have_its_attachments_elsewhere() -> None:
    cut = "自评工作由财务室牵头，得分情况经各科室核对后报送局长办公会研究，并且在"

    assert said_by(RULE, (LISTED + FIRST).replace("部门整体支出绩效自评报告", "通知")) == []
    assert said_by(RULE, f"{LISTED}{FIRST}{cut}\n") == []
    assert said_by(RULE, f"{LISTED}{FIRST}{cut}会上通过。\n") == ["warning"]
