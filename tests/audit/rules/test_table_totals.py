import pytest

from tests.audit.reading_of import audited, severities
from tests.audit.said_by import held_by, said_by

ROWS = (
    "支出表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n214\t运输\t{}\t6.00\t4.00\n"
    "21401\t公路\t10.00\t6.00\t4.00\n合计\t\t10.00\t6.00\t4.00\n"
)


def test_a_table_that_adds_up_is_listed() -> None:
    report = audited(ROWS.format("10.00"))

    assert report.findings == ()
    assert {relation.rule for relation in report.checked} == {"table_totals"}


def test_a_subject_that_differs_from_what_stands_below_it_is_a_contradiction() -> None:
    report = audited(ROWS.format("12.00"))

    assert set(severities(report)) == {"error"}
    assert any(finding.difference == "2万元" for finding in report.findings)


def test_a_total_row_is_held_against_the_rows_above_it() -> None:
    text = "项目\t金额（万元）\n甲\t1.50\n乙\t2.25\n合计\t3.{}5\n"

    assert audited(text.format(7)).findings == ()
    assert severities(audited(text.format(9))) == ["error"]


def test_rows_under_of_which_are_not_added_twice() -> None:
    text = "项目\t金额（万元）\n一、甲\t5.00\n其中：小甲\t2.00\n二、乙\t3.00\n合计\t8.00\n"

    assert audited(text).findings == ()


@pytest.mark.parametrize("head", ["比上年增减", "完成预算的％"])
def test_columns_that_are_no_parts_are_not_added(head: str) -> None:
    assert audited(f"项目\t合计\t本年支出\t{head}\n甲\t5.00\t5.00\t8.00\n乙\t6.00\t6.00\t3.00\n").findings == ()


def test_a_table_that_fails_row_by_row_was_not_understood() -> None:
    rows = "\n".join(f"项目{i}\t{i}.00\t{i + 3}.00\t{i + 5}.00" for i in range(1, 7))
    report = audited(f"名称\t合计\t前段支出\t后段支出\n{rows}\n")

    assert report.findings == ()
    assert [duty.outcome for duty in report.duties if duty.rule == "table_totals"] == ["ambiguous"]


def test_the_row_behind_of_which_that_completes_the_row_above_is_no_part_of_the_total() -> None:
    text = (
        "支出表\n单位：万元\n项目\t金额\n合计\t20\n出国费\t1\n公务用车购置及运行费\t15\n"
        "其中：公务用车运行费\t9\n公务用车购置费\t6\n接待费\t4\n"
    )

    assert said_by("table_totals", text) == []
    assert held_by("table_totals", text)


def test_a_subtotal_in_the_middle_adds_up_what_stands_since_the_one_before() -> None:
    rows = "一季度\t1.00\n二季度\t2.00\n上半年小计\t3.00\n三季度\t4.00\n四季度\t5.00\n下半年小计\t{}\n全年合计\t12.00\n"

    assert said_by("table_totals", f"进度表\n单位：万元\n时段\t金额\n{rows.format('9.00')}") == []
    assert said_by("table_totals", f"进度表\n单位：万元\n时段\t金额\n{rows.format('7.00')}") == ["error", "error"]


def test_the_numbers_of_the_rows_are_no_labels() -> None:
    table = "明细表\n单位：万元\n序号\t项目名称\t金额\n1\t甲\t11.00\n2\t乙\t22.00\n\t合计\t{}\n"

    assert said_by("table_totals", table.format("33.00")) == []
    assert said_by("table_totals", table.format("43.00")) == ["error"]


def test_the_zeros_of_a_long_list_are_only_counted() -> None:
    rows = "".join(f"项目{i}\t{amount}\n" for i, amount in enumerate(("1.50", *["0.00"] * 5, "2.25")))
    (finding,) = audited(f"项目\t金额（万元）\n{rows}合计\t3.95\n").findings

    assert "项目0金额（万元）1.50万元＋项目6金额（万元）2.25万元（另有5项为0）＝3.75万元" in finding.message
    assert len(finding.operands) == 8


def test_rows_that_begin_with_codes_keep_their_cells_where_the_last_are_blank() -> None:
    rows = "205\t教育\t10.00\t4.00\t6.00\n20501\t管理\t4.00\t4.00\n20502\t普教\t6.00\t\t6.00\n"
    table = f"支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n{rows}"

    assert said_by("table_totals", table) == []
    assert said_by("table_totals", table.replace("管理\t4.00\t4.00", "管理\t5.00\t4.00")) != []


def test_columns_without_heads_prove_nothing_wrong() -> None:
    assert said_by("table_totals", "管护机制\t15\t13.50\n群众满意度\t10\t10.00\n总分\t100\t97.30\n") == []


FORM = (
    "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n| 年度资金总额 | 80.00 | 72.00 | 10 | 90% | 9 |\n"
    "| 其中：财政拨款 | 80.00 | 72.00 | - | - | - |\n\n"
    "| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n| 渠道 | ≥9公里 | 9公里 | 60 | 60 |\n"
    "| 满意度 | ≥90% | 96% | 30 | 30 |\n| 总分 |  |  | 100 | {} |\n"
)


def test_the_score_of_the_execution_above_the_indicators_belongs_to_the_total() -> None:
    assert severities(audited(FORM.format("99"))) == []
    assert said_by("table_totals", FORM.format("97")) == ["error"]


def test_rows_that_lost_their_blank_cells_prove_no_total() -> None:
    text = (
        "收入支出决算总表\n单位：万元\n| 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |\n"
        "| 一、财政拨款收入 | 1 | 60.00 | 一、教育支出 | 8 | |\n| 2 | 二、农林水支出 | 9 | |||\n"
        "| 三、事业收入 | 3 | 30.00 | 三、卫生健康支出 | 10 | 90.00 |\n| 总计 | 4 | 90.00 | 总计 | 11 | 90.00 |\n"
    )

    assert said_by("table_totals", text) == []


def test_rows_numbered_in_brackets_stand_below_those_numbered_with_points() -> None:
    text = (
        "“三公”经费支出表\n| 项目 | 决算数（万元） |\n| 合计 | {} |\n| 1.因公出国费 | 0.00 |\n| 2.公务用车费 | 1.92 |\n"
        "| （1）购置费 | 0.00 |\n| （2）运行维护费 | 1.92 |\n| 3.公务接待费 | 0.26 |\n"
    )

    assert said_by("table_totals", text.format("2.18")) == []
    assert said_by("table_totals", text.format("2.81")) == ["error"]


TWICE = (
    "| 资金 | 年初预算数 | 全年执行数 |\n| 年度资金总额 | 35.80 | 35.80 |\n| 按收入性质分： |  |  |\n"
    "| 一般公共预算 | 30.00 | 30.00 |\n| 其他资金 | 5.80 | 5.80 |\n| 按支出性质分： |  |  |\n"
    "| 基本支出 | 20.00 | 20.00 |\n| 项目支出 | 15.80 | {} |\n"
)


def test_a_total_may_be_opened_up_by_income_and_by_expenditure() -> None:
    assert said_by("table_totals", TWICE.format("15.80")) == []
    assert said_by("table_totals", TWICE.format("16.80")) != []


def test_a_subtotal_adds_up_the_group_that_it_stands_in() -> None:
    text = (
        "收支情况表\n\n| 项目 |  | 金额（万元） |\n| 年初结余 | 年初结余 | 56.20 |\n"
        "| 本年收入 | 州级财政 | 246.00 |\n"
        "| 本年收入 | 省级补助 | 52.40 |\n| 本年收入 | 小计 | {} |\n"
    )

    assert audited(text.format("298.40")).findings == ()
    assert held_by("table_totals", text.format("298.40"))
    assert said_by("table_totals", text.format("289.40")) == ["error"]


def test_a_score_of_the_execution_may_stand_without_its_ten_points() -> None:
    text = (
        "某县项目支出绩效自评表\n\n| 项目资金 | 全年预算数 | 全年执行数 | 执行率 | 得分 |\n"
        "| 年度资金总额 | 285.00 | 273.60 | 96.00% | 9.60 |\n\n"
        "| 一级指标 | 三级指标 | 年度指标值 | 分值 | 得分 |\n| 产出指标 | 培训场次 | 40场 | 50 | 49.00 |\n"
        "| 效益指标 | 带动农户数 | 6000户 | 40 | 39.00 |\n| 总分 | 总分 | 总分 | 100 | {} |\n"
    )

    assert said_by("table_totals", text.format("97.60")) == []
    assert said_by("table_totals", text.format("96.70")) == ["error"]


OPENED = "支出表\n单位：万元\n项目\t金额\n合计\t{}\n用车费\t8.00\n用车购置费\t5.00\n用车运行费\t3.00\n接待费\t4.00\n"


@pytest.mark.parametrize(("total", "expected"), [("12.00", []), ("20.00", []), ("13.00", ["error"])])
def test_rows_that_open_up_the_row_before_them_need_no_word_for_it(total: str, expected: list[str]) -> None:
    assert said_by("table_totals", OPENED.format(total)) == expected
    assert held_by("table_totals", OPENED.format(total)) is not bool(expected)


def test_the_vehicles_of_an_account_are_an_item_and_no_total() -> None:
    text = "三公经费表\n单位：万元\n项目\t金额\n接待费\t4.00\n车辆合计\t8.00\n出国费\t2.00\n合计\t{}\n"

    assert held_by("table_totals", text.format("14.00"))
    assert said_by("table_totals", text.format("14.00")) == []
    assert said_by("table_totals", text.format("15.00")) == ["error"]


def test_rows_that_come_to_the_row_behind_them_are_not_added_twice() -> None:
    text = (
        "三公经费表\n单位：万元\n项目\t金额\n接待费\t4.00\n车辆购置费\t5.00\n车辆运行费\t3.00\n"
        "车辆合计\t8.00\n合计\t{}\n"
    )

    assert said_by("table_totals", text.format("12.00")) == []
    assert said_by("table_totals", text.format("13.00")) == ["error"]


@pytest.mark.parametrize(("cell", "expected"), [("--", []), ("—", []), ("", ["error"]), ("0.00", ["error"])])
def test_a_dash_among_the_parts_proves_no_total_wrong(cell: str, expected: list[str]) -> None:
    text = (
        "支出表\n单位：万元\n项目\t预算数\t决算数\n甲\t5.00\t4.00\n"
        f"乙\t{cell}\t2.00\n丙\t3.00\t1.00\n合计\t{{}}\t7.00\n"
    )

    assert said_by("table_totals", text.format("8.00")) == []
    assert said_by("table_totals", text.format("9.00")) == expected


def test_rows_of_money_sum_no_scores() -> None:
    text = (
        "自评表\n单位：万元\n\n| 项目资金 | 全年预算数 | 全年执行数 | 分值 | 得分 |\n| {} | 80.00 | 72.00 | 10 | 9 |\n"
        "| 其中：财政拨款 | 50.00 | 42.00 | 10 | 8 |\n| 其他资金 | 30.00 | 30.00 | 10 | 10 |\n"
    )

    assert said_by("table_totals", text.format("年度资金总额")) == []
    assert said_by("table_totals", text.format("年度资金总额").replace("72.00", "75.00")) == ["error"]
    assert said_by("table_totals", text.format("合计")) == ["error", "error"]
