import pytest

from tests.audit.reading_of import audited, severities
from tests.audit.said_by import held_by, said_by

EXAM = "## 一、考试\n\n今年组织出租驾驶员考试 {} 场，报名 400 人次，参考 300 人次，通过 150 人。\n\n## 二、问题\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "应备案的 250 家企业，已有 180 家完成备案，备案率达 72%。",
        "编制数 50 名，在职 48 人，控制率 96%。",
        "报名 400 人次，参考 300 人次，弃考率 25%。",
    ],
)
def test_a_rate_that_follows_from_its_counts_is_listed(text: str) -> None:
    report = audited(text)

    assert "rate_from_counts" in {relation.rule for relation in report.checked}
    assert report.findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。", "72%"),
        ("报名 400 人次，参考 300 人次，弃考率 15%。", "25%"),
    ],
)
def test_a_rate_that_does_not_follow_is_a_contradiction(text: str, expected: str) -> None:
    (finding,) = audited(text).findings

    assert (finding.severity, finding.expected) == ("error", expected)


def test_a_rate_in_another_section_is_compared_with_the_counts_of_the_same_people() -> None:
    text = EXAM.format(10) + "出租驾驶员考试难度大，弃考率达 41%。"

    (finding,) = audited(text).findings

    assert finding.severity == "error"
    assert {place.where.split(" › ")[0] for place in finding.places} == {"一、考试", "二、问题"}


def test_a_mean_over_sessions_is_a_conflict_that_names_the_unstated_reading() -> None:
    text = EXAM.format(10) + "出租驾驶员考试难度大，弃考率平均每场高达 41%。"

    (finding,) = audited(text).findings

    assert finding.severity == "warning"
    assert "按场简单平均" in finding.message
    assert {"400", "300", "41", "10"} <= {operand.value for operand in finding.operands}


def test_a_mean_that_no_split_into_sessions_can_give_is_a_contradiction() -> None:
    text = EXAM.format(2) + "出租驾驶员考试难度大，弃考率平均每场高达 90%。"

    assert severities(audited(text)) == ["error"]


@pytest.mark.parametrize(
    "sentence",
    [
        "货运从业人员弃考率达 41%。",
        "近来驾校招生下滑，弃考率达 41%。",
        "2019年出租驾驶员考试弃考率达 41%，今年以来2024年没有统计。",
        "出租驾驶员考试一季度弃考率达 41%。",
        "出租驾驶员考试弃考率目标 41%。",
    ],
)
def test_a_rate_of_others_or_of_another_time_is_not_compared(sentence: str) -> None:
    text = EXAM.replace("今年", "2024年").format(10) + sentence

    assert audited(text).findings == ()


def test_a_rate_of_some_among_the_counted_is_left_alone() -> None:
    text = "应备案的 250 家企业，已有 180 家完成备案，其中危货企业备案率达 100%。"

    assert audited(text).findings == ()


def test_a_rate_cut_off_instead_of_rounded_is_only_a_hint() -> None:
    assert severities(audited("应备案的 300 家企业，已有 206 家完成备案，备案率 68.6%。")) == ["hint"]


@pytest.mark.parametrize(
    "text",
    [
        "受理投诉 837 件，属于本单位职责的 600 件，办结 600 件，办结率 100%。",
        "抽检车辆 120 台，合格 118 台，合格率 98.3%；复检 2 台，合格率 100%。",
    ],
)
def test_a_rate_that_may_rest_on_other_counts_is_not_refused(text: str) -> None:
    assert audited(text).findings == ()


def test_the_satisfaction_of_a_group_is_not_the_share_of_the_group() -> None:
    assert said_by("rate_from_counts", "问卷回收606份，其中老年群体填写257份，老年群体满意度为89.5%。") == []


def test_counts_that_share_the_rates_word_are_added_before_they_are_compared() -> None:
    text = "发现隐患 126 处，当场整改 98 处，限期整改 {} 处，整改率 100%。"

    assert said_by("rate_from_counts", text.format(28)) == []
    assert (
        said_by("rate_from_counts", "调查农户 120 户，非常满意 78 户、满意 36 户、基本满意 6 户，满意率 100%。") == []
    )


def test_money_that_arrived_is_compared_with_what_was_planned() -> None:
    text = "预算安排公交补贴1,500万元，实际到位1,350万元，资金到位率{}%。"

    assert said_by("rate_from_counts", text.format(90)) == []
    assert said_by("rate_from_counts", text.format(95)) == ["error"]


def test_parts_that_give_the_rate_only_together_are_its_part() -> None:
    text = "收回有效问卷 400 份，其中非常满意 212 份、满意 136 份、一般 40 份、不满意 12 份，满意率 {}%。"

    assert said_by("rate_from_counts", text.format("87.00")) == []
    assert said_by("rate_from_counts", text.format("78.00")) != []


def test_counts_elsewhere_whose_part_is_greater_than_the_whole_are_no_source() -> None:
    text = "反馈问题 26 个，整改完成率 84.62%。\n\n其余 3 个纳入明年计划整改。\n\n巡查隐患已整改 49 个。"

    assert said_by("rate_from_counts", text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("报考 100 人，实考 80 人，参考率 {}%。", "80", "85"),
        ("报考 100 人，实考 80 人，缺考率 {}%。", "20", "25"),
        ("应到 100 人，实到 80 人，缺席率 {}%。", "20", "25"),
    ],
)
def test_those_who_applied_or_were_due_are_the_whole(text: str, right: str, wrong: str) -> None:
    assert said_by("rate_from_counts", text.format(right)) == []
    assert said_by("rate_from_counts", text.format(wrong)) == ["error"]


@pytest.mark.parametrize("who", ["参训", "参培", "受训", "培训", "参评"])
def test_those_who_were_trained_or_judged_are_the_whole_of_those_who_passed(who: str) -> None:
    text = f"全年{who}职工 200 人，其中合格 180 人。职工合格率 {{}}%。"

    assert held_by("rate_from_counts", text.format(90))
    assert said_by("rate_from_counts", text.format(95)) == ["error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理事项 325 件，办完 120 件，完成率 26.92%。", ["error"]),
        ("受理事项 325 件，办完 120 件，完成率 81.25%。", []),
        ("受理事项 325 件，转走 20 件，办完 120 件，完成率 26.92%。", []),
        ("受理事项 325 件，办完 120 件，完成率约 26.92%。", []),
        ("受理事项 325 件，支出 120 万元，完成率 26.92%。", []),
    ],
)
def test_a_rate_behind_the_only_two_counts_of_one_kind_is_theirs_where_one_digit_tells(
    text: str, expected: list[str]
) -> None:
    assert said_by("rate_from_counts", text) == expected


def test_a_rate_whose_name_repeats_no_count_is_listed_where_it_holds() -> None:
    assert held_by("rate_from_counts", "检修设备 325 台，停用 120 台，故障率 36.92%。")


def test_words_of_every_investment_bind_no_rate_to_the_counts_of_another_work() -> None:
    text = "甲项目计划投资 325 万元，实际完成 120 万元。\n\n乙项目累计完成投资 9 万元，完成率 80%。"

    assert said_by("rate_from_counts", text) == []


def test_what_was_due_and_done_may_be_told_without_the_whole_verb() -> None:
    assert said_by("rate_from_counts", "受检率为11%（到期应检设备441台，已检357台）。")
    assert said_by("rate_from_counts", "受检率为81%（到期应检设备441台，已检357台）。") == []
