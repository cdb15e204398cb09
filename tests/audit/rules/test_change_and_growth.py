import pytest

from tests.audit.reading_of import audited, severities
from tests.audit.said_by import held_by, said_by

RULE = "change_and_growth"


@pytest.mark.parametrize(
    "text",
    [
        "接待群众 60 人次，比上年 50 人次增加 10 人次，增长 20%。",
        "支出 90.00 万元，上年为 100.00 万元，同比减少 10.00 万元，下降 10.00%。",
        "接待费 4.00 万元，比上年减少 1.00 万元，下降 20.00%。",
    ],
)
def test_a_change_that_follows_from_both_years_is_listed(text: str) -> None:
    report = audited(text)

    assert report.findings == ()
    assert "change_and_growth" in {relation.rule for relation in report.checked}


@pytest.mark.parametrize(
    "text",
    [
        "接待群众 60 人次，比上年 50 人次减少 10 人次，增长 20%。",
        "接待群众 60 人次，比上年 50 人次减少 10 人次，下降 20%。",
        "支出 90.00 万元，上年为 100.00 万元，同比减少 15.00 万元，下降 10.00%。",
        "支出 90.00 万元，上年为 100.00 万元，同比减少 10.00 万元，下降 18.00%。",
        "培训费 0.60 万元，比上年增加 0.60 万元，增长 100%。",
        "公务接待费 2.00 万元，上年为 0 万元，增长 100%。",
        "大班额比例由上年的 4.6% 降至 3.1%，上升 1.5 个百分点。",
    ],
)
def test_a_change_that_cannot_be_is_a_contradiction(text: str) -> None:
    assert severities(audited(text)) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "支出 90.00 万元，比 2019 年增加 12.00 万元，增长 15%。全年检查 30 次。",
        "满意率由上年的 88.1% 提高到 89.6%，提高 1.5 个百分点。",
        "大班额比例由上年的 4.6% 降至 3.1%，下降 1.5 个百分点。",
        "发病率由三年前的 4.8% 降到 0.6%，下降 4.2 个百分点。",
        "接待费 4.00 万元，与上年持平。",
        "上年结转 5.00 万元，本年支出 9.00 万元，增加 2.00 万元。",
    ],
)
def test_what_the_text_does_not_bind_is_left_alone(text: str) -> None:
    assert audited(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "决算为 2.00 万元，完成全年预算 5.00 万元的 40.0%，比上年决算数减少 0.50 万元，下降 20%。",
        "支出 80.00 万元，比上年累计支出 100.00 万元下降 20.00 万元，下降 20%。",
        "支出 110.00 万元，较 2022 年决算数 100.00 万元增 10.00 万元，增长 10%。",
        "税收收入 110.00 万元，同比增长 10%，增收 10.00 万元。",
    ],
)
def test_the_two_years_are_told_from_budgets_and_in_any_order(text: str) -> None:
    report = audited(text)

    assert report.findings == ()
    assert "change_and_growth" in {relation.rule for relation in report.checked}


def test_a_rate_before_its_amount_is_checked_too() -> None:
    assert severities(audited("税收收入 110.00 万元，同比增长 6%，增收 10.00 万元。")) == ["warning"]


def test_a_change_behind_a_bracket_is_of_the_amount_before_it() -> None:
    text = "公务用车费 40.00 万元（包括购置费 10.00 万元、运行费 30.00 万元），比上年减少 10.00 万元，下降 20%。"

    assert audited(text).findings == ()


def test_a_change_is_not_explained_by_the_amount_of_another_item() -> None:
    text = (
        "公务用车购置及运行费 2800.00 万元，公务接待费 400.00 万元。公务用车运行费比上年减少 449.00 万元，下降 13.8%。"
    )

    assert "change_and_growth" not in {relation.rule for relation in audited(text).checked}


def test_a_change_behind_a_list_may_be_the_total_s() -> None:
    text = "总预算 110.00 万元，其中：基本支出 4.00 万元，项目支出 106.00 万元，同比增加 10.00 万元，增长 10%。"

    assert audited(text).findings == ()


def test_a_change_that_names_its_item_is_of_that_item_though_counts_stand_between() -> None:
    text = (
        "公务用车运行费 100.00 万元，年末公务用车保有量 40 辆，与2016年相比，公务用车运行费减少 25.00 万元，下降 {}。"
    )

    assert audited(text.format("20%")).findings == ()
    assert severities(audited(text.format("39.8%"))) == ["warning"]


def test_an_amount_that_moved_from_one_to_another_gives_its_change() -> None:
    text = "举办展览由127场变动到163场，净增加36场，增长率为{}%。"

    assert said_by("change_and_growth", text.format("28.35")) == []
    assert said_by("change_and_growth", text.format("38.35")) == ["error"]


def test_the_change_over_last_years_amount_alone_is_the_rate() -> None:
    text = "与上年的1399.25万元相比，收、支总计各增加223.75万元，增长{}%。"

    assert said_by("change_and_growth", text.format("15.99")) == []
    assert said_by("change_and_growth", text.format("18.94")) == ["error"]


def test_the_amount_of_the_year_before_may_be_told_first() -> None:
    text = "2021年培训费支出 22.10 万元，2022年同比减少 2.75 万元，下降 {}%。"

    assert said_by("change_and_growth", text.format("12.44")) == []
    assert said_by("change_and_growth", text.format("14.24")) == ["error"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [("上年未发生公务接待支出", ["error"]), ("上年没有此项支出", ["error"]), ("上年为0.18万元", [])],
)
def test_a_rate_over_a_year_that_is_said_to_have_had_nothing_has_no_base(before: str, expected: list[str]) -> None:
    assert said_by("change_and_growth", f"公务接待费0.36万元，{before}，同比增长100%。") == expected


def test_last_years_amount_may_be_of_any_item() -> None:
    text = "上年项目支出为 511.90 万元，本年增加 114.82 万元，增幅 {}%。"

    assert said_by("change_and_growth", text.format("22.43")) == []
    assert said_by("change_and_growth", text.format("24.23")) == ["error"]


def test_what_both_sides_grew_by_is_held_against_neither_where_they_differ() -> None:
    text = "收入总计1,284.36万元，支出总计1,248.36万元。与上年相比，收、支总计各增加96.15万元，增长8.09%。"

    assert said_by("change_and_growth", text) == []


def test_more_than_last_year_is_a_change() -> None:
    text = "新增就业6,820人，比上年多增540人，增幅达{}%。"

    assert said_by("change_and_growth", text.format("8.60")) == []
    assert said_by("change_and_growth", text.format("6.80")) == ["warning"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平均住院日7.4天，较上年的7.9天缩短0.5天。", []),
        ("平均住院日7.4天，较上年的7.9天缩短0.8天。", ["error"]),
        ("接待费13.20万元，比预算的16.00万元少2.80万元，下降17.50%；比上年的12.40万元增加0.80万元。", []),
        ("接待费13.20万元，比预算的16.00万元少2.80万元，下降17.50%；比上年的12.40万元减少0.80万元。", ["error"]),
    ],
)
def test_shorter_and_less_are_changes(text: str, expected: list[str]) -> None:
    assert said_by("change_and_growth", text) == expected


def test_a_change_is_of_the_amount_that_gives_it() -> None:
    text = "三公经费决算为 4.18 万元，年初预算 6.50 万元，较上年决算数 4.05 万元增加 0.{} 万元。"

    assert said_by("change_and_growth", text.format("13")) == []
    assert said_by("change_and_growth", text.format("31")) == ["error"]


def test_a_rates_own_change_behind_a_semicolon_is_not_of_the_counts_before_it() -> None:
    text = "新报告患者 312 例，较上年减少 26 例；甲乙类传染病发病率同比下降约 9%。"

    assert said_by("change_and_growth", text) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong", "severity"),
    [
        ("受理投诉 312 起，同比下降 {}%（上年为 341 起）。", "8.5", "5.8", "error"),
        ("接待费 13.20 万元，较上年 16.00 万元少支 {} 万元。", "2.80", "3.80", "error"),
        ("接待费 13.20 万元，较上年 10.00 万元多支 {} 万元。", "3.20", "2.30", "error"),
        ("培训 120 人次，比上年多 20 人次，增 {}%。", "20", "30", "warning"),
        ("培训 80 人次，比上年少 20 人次，降 {}%。", "20", "30", "warning"),
        ("培训 120 人次，比上年多了 20 人次，增长 {}%。", "20", "30", "warning"),
        ("培训 80 人次，比上年少了 20 人次，下降 {}%。", "20", "30", "warning"),
        ("培训 120 人次，上年 100 人次，升 {}%。", "20", "30", "error"),
        ("培训 80 人次，上年 100 人次，减 {}%。", "20", "30", "error"),
    ],
)
def test_short_words_and_brackets_tell_a_change_too(text: str, right: str, wrong: str, severity: str) -> None:
    assert said_by(RULE, text.format(right)) == []
    assert held_by(RULE, text.format(right))
    assert said_by(RULE, text.format(wrong)) == [severity]


def test_an_amount_behind_a_comparison_that_was_made_is_not_of_the_year_before() -> None:
    assert said_by(RULE, "经比较2023年项目支出 90.00 万元，减少 10.00 万元，下降 10%。") == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("改造前床位 90 张，改造后床位 120 张，新增床位 {} 张。", "30", "40"),
        ("整治前积案 90 件，整治后积案 60 件，减少 {} 件。", "30", "20"),
    ],
)
def test_what_came_about_is_the_difference_of_before_and_after(text: str, right: str, wrong: str) -> None:
    assert held_by(RULE, text.format(right))
    assert said_by(RULE, text.format(right)) == []
    assert said_by(RULE, text.format(wrong)) == ["error"]


def test_before_and_after_of_two_different_works_give_no_difference() -> None:
    assert said_by(RULE, "搬迁前床位 90 张，改造后床位 120 张，新增床位 40 张。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目支出9.00万元，增加2.00万元，增长{}%。", ["warning"]),
        ("项目支出 9.00 万元，增加 2.00 万元，增长 {}%。", ["warning"]),
        ("项目支出9.00万元，占30%，增加2.00万元，增长{}%。", ["warning"]),
        ("项目支出9.00万元，多支出2.00万元，增长{}%。", ["warning"]),
        ("项目支出9.00万元，用于修路，增加2.00万元，增长{}%。", []),
    ],
)
def test_a_change_right_behind_its_amount_needs_no_word_of_last_year(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text.format("28.57")) == []
    assert said_by(RULE, text.format("38.57")) == expected


@pytest.mark.parametrize(
    ("rate", "expected"), [("18.8", []), ("41.6", []), ("18.0", ["warning"]), ("42.4", ["warning"])]
)
def test_a_rate_may_be_any_that_the_rounded_amounts_allow(rate: str, expected: list[str]) -> None:
    assert said_by(RULE, f"支出 9 万元，比上年增加 2 万元，增长 {rate}%。") == expected


def test_a_change_that_names_another_item_behind_a_semicolon_is_not_of_the_amount_before_it() -> None:
    assert said_by(RULE, "出国费 5.00 万元，比上年持平；接待费增加 1.00 万元，增长 50%。") == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("粮食产量 9.00 万吨，比上年增产 1.00 万吨，增长 {}%。", "12.5", "22.5"),
        ("粮食产量 9.00 万吨，比上年减产 1.00 万吨，下降 {}%。", "10.0", "20.0"),
        ("收入由改造前的 20.00 万元增加到 30.00 万元，增长 {}%。", "50", "60"),
        ("能耗由技改前 20.00 吨下降到 10.00 吨，下降 {}%。", "50", "60"),
    ],
)
def test_what_was_yielded_more_and_what_was_before_a_work_are_changes(text: str, right: str, wrong: str) -> None:
    assert said_by(RULE, text.format(right)) == []
    assert held_by(RULE, text.format(right))
    assert len(said_by(RULE, text.format(wrong))) == 1
