import pytest

from tests.audit.said_by import held_by, said_by

RULE = "within_bounds"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("报名 50 人次，参加考试 60 人次。", "error"),
        ("编制数 20 名，在职 23 人。", "warning"),
    ],
)
def test_more_than_there_can_be_is_found(text: str, severity: str) -> None:
    assert said_by(RULE, text) == [severity]


def test_a_score_above_its_points_is_found() -> None:
    assert said_by(RULE, "指标\t分值\t得分\n产出指标\t50\t52\n效益指标\t30\t29\n") == ["error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.完工及时率。分值5分，得6分。", ["error"]),
        ("过程情况满分20分，得21分。", ["error"]),
        ("（四）效益情况（分值25分，得分26分）\n群众反映良好。", ["error"]),
        ("该项指标满分10分，自评得分10分。", []),
        ("创新情况分值5分，另加分1分，得6分。", []),
    ],
)
def test_a_score_told_in_the_text_keeps_within_its_points(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


def test_what_keeps_within_its_bounds_is_listed() -> None:
    text = "报名 60 人次，参加考试 50 人次。"

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_what_is_among_others_is_no_more_than_they_are() -> None:
    assert said_by(RULE, "在91处上报的病害中，按时修复98处。") == ["error"]
    assert said_by(RULE, "项目自评总分98.50分，其中预算执行率得分105.41分。") == ["warning"]
    assert said_by(RULE, "本单位预算执行率85%，其中项目支出预算执行率92%。") == []
    assert said_by(RULE, "全年支出100万元，比上年减少5万元，其中基本支出60万元。") == []


def test_people_above_the_posts_are_excused_where_the_report_says_so() -> None:
    text = "全局编制112名，年末在职118人。"

    assert said_by("within_bounds", text) == ["warning"]
    assert said_by("within_bounds", f"{text}\n\n在职人员超过编制，正在消化。") == []


@pytest.mark.parametrize(("then", "expected"), [("核减", []), ("追加", ["warning"])])
def test_what_was_cut_afterwards_may_have_been_more(then: str, expected: list[str]) -> None:
    assert said_by(RULE, f"预算 100.00 万元，其中年初安排 120.00 万元，{then} 20.00 万元。") == expected


def test_some_of_a_group_are_no_more_than_the_group() -> None:
    assert said_by(RULE, "参训人员 40 人中，已有 45 人就业。") == ["error"]
    assert said_by(RULE, "参训人员 40 人中，已有 35 人就业。") == []


def test_no_more_are_trained_than_were_to_be() -> None:
    assert said_by(RULE, "应训人员 50 人，参训人员 60 人。") == ["error"]
    assert held_by(RULE, "应训人员 60 人，参训人员 50 人。")


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("实有59人，其中行政21人，事业38人。", ["warning"]),
        ("在职61人，其中行政18人，事业43人。", ["warning"]),
        ("现有行政人员18人，事业人员40人。", []),
        ("实有61人，其中行政21人，事业40人，超编人员正在消化。", []),
        ("现有退休行政人员21人，行政人员17人。", []),
        ("实有59人，其中行政21人，原行政岗转出22人。", []),
        ("当年新招行政人员21人。", []),
        ("实有59人，其中行政和事业人员58人。", []),
    ],
)
def test_people_of_each_kind_keep_within_the_posts_of_their_kind(people: str, expected: list[str]) -> None:
    assert said_by(RULE, f"行政编制18名，事业编制40名。{people}") == expected


def test_those_who_work_as_officials_are_held_against_their_own_posts() -> None:
    text = "行政编制18名，参公编制5名。现有行政人员18人，参公人员{}人。"

    assert said_by(RULE, text.format(6)) == ["warning"]
    assert said_by(RULE, text.format(5)) == []


@pytest.mark.parametrize("head", ["在职人数", "实有人数", "在编人数"])
def test_people_of_a_table_keep_within_its_posts(head: str) -> None:
    table = f"| 单位 | 编制数 | {head} |\n| 甲站 | 20 | {{}} |\n| 乙站 | 10 | 9 |"

    assert said_by(RULE, table.format(23)) == ["warning"]
    assert said_by(RULE, table.format(20)) == []


@pytest.mark.parametrize(
    "text",
    [
        "行政编制18名，事业编制3名。现有事业单位5个，在职行政人员17人。",
        "行政编制18名，下属中心事业编制30名。全系统实有140人，其中行政20人，事业120人。",
        "局本级行政编制18名。所属单位现有行政人员20人。",
    ],
)
def test_units_and_people_of_another_office_are_not_held_against_posts(text: str) -> None:
    assert said_by(RULE, text) == []
