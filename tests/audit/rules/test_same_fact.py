import pytest

from tests.audit.said_by import held_by, said_by

RULE = "same_fact"

TABLE = "\n支出决算表\n单位：万元\n项目\t合计\t基本支出\t项目支出\n合计\t{}\t60.00\t{}\n"


def test_text_and_table_that_agree_are_listed() -> None:
    text = "全年支出 100.00 万元，基本支出 60.00 万元。\n" + TABLE.format("100.00", "40.00")

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_a_table_that_says_otherwise_is_a_contradiction() -> None:
    text = "本年支出合计 100.00 万元，其中基本支出 60.00 万元，项目支出 40.00 万元。\n" + TABLE.format(
        "103.00", "43.00"
    )

    assert "error" in said_by(RULE, text)


def test_two_paragraphs_that_differ_are_a_contradiction() -> None:
    assert said_by(RULE, "全年公务接待费 1.20 万元。\n\n公务接待费 2.20 万元，用于调研。\n") == ["error"]


def test_budget_and_execution_are_two_facts() -> None:
    text = (
        "三公经费预算数为 9 万元，其中公务接待费 1.5 万元，公务用车运行费 7.5 万元。"
        "三公经费决算数为 8 万元，其中公务接待费 0.5 万元，公务用车运行费 7.5 万元。"
    )

    assert said_by(RULE, text) == []


def test_a_fiscal_total_is_not_the_total_of_all_money() -> None:
    text = "本年支出合计 100.00 万元。\n\n财政拨款本年支出合计 90.00 万元。\n"

    assert said_by(RULE, text) == []


def test_a_part_of_one_subject_is_not_the_whole() -> None:
    text = (
        "本年支出 90.00 万元，其中：基本支出 60.00 万元，项目支出 30.00 万元。\n\n"
        "小学教育支出 20.00 万元，其中：基本支出 20.00 万元，项目支出 0 万元。\n"
    )

    assert said_by(RULE, text) == []


def test_what_a_project_spends_is_not_what_the_office_spends() -> None:
    text = (
        "1.基本支出 80.00 万元，占 80%。其中：\n商品和服务支出 9.00 万元，占 11.25%。\n"
        "2.项目支出 20.00 万元，占 20%。其中：\n商品和服务支出 20.00 万元，占 100%。\n"
    )

    assert said_by(RULE, text) == []


def test_an_amount_of_another_year_is_another_fact() -> None:
    text = "2021年三公经费合计 53.00 万元，减少 9.00 万元。\n据了解，2019年三公经费合计 70.00 万元。\n"

    assert said_by(RULE, text) == []


def test_a_bare_account_behind_the_budget_is_of_the_same_item() -> None:
    text = "三公经费支出预算为 9.00 万元，支出决算为 8.00 万元。\n\n三公经费决算 7.00 万元。\n"

    assert "error" in said_by(RULE, text)


def test_a_table_that_contradicts_the_text_line_by_line_was_misread() -> None:
    names = ("工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出")
    text = "，".join(f"{name}{at}1.10万元" for at, name in enumerate(names, start=1))
    rows = "".join(f"{name}\t{at}7.30\n" for at, name in enumerate(names, start=2))

    assert said_by("same_fact", f"基本支出：{text}。\n\n支出决算表\n单位：万元\n项目\t决算数\n{rows}") == []


def test_a_sentence_that_a_page_cut_off_at_its_beginning_states_nothing() -> None:
    assert said_by(RULE, "198.10 元，项目支出 0 元。\n\n项目支出 469.50 元，用于养护。\n") == []


def test_a_total_of_both_sides_is_the_total_of_the_table() -> None:
    table = "收支总表\n单位：万元\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n收入总计\t{0}\t支出总计\t{0}\n"
    text = "2024年度收、支总计均为 1473.31 万元。\n\n"

    assert said_by(RULE, text + table.format("1473.31")) == []
    assert said_by(RULE, text + table.format("1493.31")) == ["error"]


def test_an_income_that_is_opened_up_into_this_years_and_a_carry_over_is_another_one() -> None:
    text = "本单位2021年度总收入580.00万元，其中本年收入390.00万元，比上年减少10.00万元。\n"

    assert said_by(RULE, text) == []


def test_posts_of_one_kind_are_not_all_posts() -> None:
    assert said_by(RULE, "核定编制132人，其中行政编制26人、参公编制40人、事业编制66人。\n") == []


def test_a_class_of_spending_under_basic_and_under_projects_is_two_facts() -> None:
    text = (
        "（二）分为基本支出预算和项目支出预算。\n"
        "1. 基本支出预算 90.00 万元，占 75%。其中：工资福利支出预算 60.00 万元。\n"
        "商品和服务支出预算 30.00 万元。\n2. 项目支出预算 30.00 万元，占 25%。其中：\n商品和服务支出预算 20.00 万元。\n"
    )

    assert said_by(RULE, text) == []


def test_sides_headed_income_item_and_spending_item_are_two() -> None:
    text = (
        "2023年部门预算说明\n收入预算90万元，其中一般公共预算财政拨款80万元。\n收支预算总表\n单位：万元\n"
        "| 收入项目 | 预算数 | 支出项目 | 预算数 |\n| 一般公共预算拨款 | 80 | 基本支出 | 30 |\n"
        "| 政府性基金预算拨款 | 10 | 项目支出 | 60 |\n| 收入总计 | 90 | 支出总计 | 90 |\n"
    )

    assert said_by(RULE, text) == []


def test_people_at_work_may_be_more_than_those_on_the_establishment() -> None:
    text = "编制21名，年末在职人数18人。\n在岗26人：党员14人，持执业资格证书12人。\n"

    assert said_by(RULE, text) == []


def test_amounts_below_headings_of_two_years_are_two_facts() -> None:
    text = (
        "某局2025年“三公”经费预算说明\n\n一、2025年“三公”经费预算安排情况\n\n公务接待费 7.10 万元。\n\n"
        "二、2024年“三公”经费执行情况\n\n公务接待费支出 6.23 万元。\n"
    )

    assert said_by(RULE, text) == []
    assert said_by(RULE, text.replace("二、2024年", "二、2025年")) == ["error"]


def test_a_part_of_a_merged_head_is_not_the_item_of_the_head() -> None:
    text = (
        "2023年度三公经费决算表\n单位：万元\n\n"
        "| 合计 | 公务用车购置及运行费 | 公务用车购置及运行费 | 公务用车购置及运行费 | 公务接待费 |\n"
        "| 合计 | 小计 | 购置费 | 运行费 | 公务接待费 |\n| 11.06 | 9.80 | 0.00 | 9.80 | 1.26 |\n"
    )

    assert said_by(RULE, text) == []


def test_both_sides_of_a_table_may_name_their_labels_differently() -> None:
    text = (
        "2025年收支预算总表\n单位：万元\n\n| 收入 | 收入 | 支出 | 支出 |\n| 项目 | 预算数 | 功能科目 | 预算数 |\n"
        "| 一般公共预算拨款收入 | 846.30 | 教育支出 | 761.00 |\n"
        "| 政府性基金预算拨款收入 | 0.00 | 住房保障支出 | 85.30 |\n"
        "| 收入总计 | 846.30 | 支出总计 | 846.30 |\n"
    )

    assert said_by(RULE, text) == []
    assert held_by("table_totals", text)


@pytest.mark.parametrize(
    ("heading", "expected"), [("年初预算情况", []), ("预算安排情况", []), ("年初预算执行情况", ["error"])]
)
def test_an_account_under_a_heading_of_the_budget_is_surely_neither(heading: str, expected: list[str]) -> None:
    text = (
        f"某局2023年度部门决算公开\n\n一、支出情况\n\n接待费决算1.20万元。\n\n二、{heading}\n\n接待费决算2.00万元。\n"
    )

    assert said_by(RULE, text) == expected


@pytest.mark.parametrize(("name", "expected"), [("财政拨款收入总计", []), ("收入总计", ["error"])])
def test_the_total_of_the_income_of_appropriations_is_not_that_of_all_money(name: str, expected: list[str]) -> None:
    assert said_by(RULE, f"收入总计100.00万元。\n\n{name}90.00万元，支出总计90.00万元。\n") == expected


def test_what_one_of_several_things_cost_is_not_the_spending_of_the_year() -> None:
    text = "一是小学教育，合计676.47万元，当年支出676.47万元。\n\n二是高中教育，合计4194.23万元，当年支出4194.23万元。"

    assert said_by("same_fact", text) == []
