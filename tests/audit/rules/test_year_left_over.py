import pytest

from tests.audit.said_by import said_by

RULE = "year_left_over"
REPORT = "某县水利局2022年度部门整体支出绩效自评报告\n\n一、绩效目标完成情况\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年全年查办案件486件，比2022年多35件。", ["warning"]),
        ("2022年全年查办案件486件，比2021年多35件。", []),
        ("2022年公务接待费2万元，与2022年度预算相比减少1万元。", []),
        ("2022年支出9万元，比2022年初的计划少1万元。", []),
        ("2021年，全局上下紧盯年初目标，各项工作取得较好成效。", ["warning"]),
        ("2022年，全局上下紧盯年初目标，各项工作取得较好成效。", []),
        ("2021年，我局印发管护办法，2022年全面执行。", []),
        ("2021年，我局启动灌区改造，累计完成投资90万元。", []),
        ("2021年“三公”经费支出同比下降的原因主要是厉行节约。", ["warning"]),
    ],
)
def test_last_years_number_is_not_left_in_a_sentence_on_this_year(text: str, expected: list[str]) -> None:
    assert said_by(RULE, REPORT.format(text)) == expected


def test_two_comparisons_with_one_year_compare_nothing_with_itself() -> None:
    assert said_by(RULE, "接待费比2018年减少38万元，同口径比2018年下降7.4%。") == []


def test_a_report_does_not_compare_its_own_year_with_itself() -> None:
    assert said_by(RULE, REPORT.format("全年招聘会36场，比2022年增加5场。")) == ["warning"]
    assert said_by(RULE, REPORT.format("全年招聘会36场，比2021年增加5场。")) == []


WITH_CHAPTERS = REPORT.format("正文。\n\n{}\n\n正文。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二、2021年工作情况", ["warning"]),
        ("二、2021年收入支出情况", ["warning"]),
        ("二、2022年工作情况", []),
        ("二、2016年工作情况", []),
        ("二、2021年与2022年工作情况对比", []),
        ("二、2021年工作情况\n\n正文。\n\n三、2022年工作情况", []),
        ("二、2022年预算安排情况\n\n正文。\n\n三、2021年工作情况", []),
        ("二、2021年工作打算", ["warning"]),
        ("二、2023年工作打算", []),
        ("2021年度部门整体支出自评得分 95 分。", ["warning"]),
        ("2022年度部门整体支出自评得分 95 分。", []),
        ("2021年“三公”经费支出同比下降，主要是厉行节约。", ["warning"]),
    ],
)
def test_chapters_plans_and_scores_bear_the_year_of_the_report(text: str, expected: list[str]) -> None:
    assert said_by(RULE, WITH_CHAPTERS.format(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现将我局2021年度部门整体支出绩效情况报告如下：", ["warning"]),
        ("现将我局2022年度部门整体支出绩效情况报告如下：", []),
        ("现将我局2021年以来工作开展情况报告如下：", []),
        ("现将我局2021年预算执行情况和2022年预算安排情况报告如下：", []),
    ],
)
def test_a_report_reports_on_its_own_year(text: str, expected: list[str]) -> None:
    assert said_by(RULE, REPORT.format(text)) == expected


ACCOUNT = "某县水利局2022年度部门决算\n\n2022年度收入总额90.00万元。\n\n2022年度支出总额80.00万元。\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021年度采购支出总额10.00万元。", ["warning"]),
        ("2022年度采购支出总额10.00万元。", []),
        ("2020年度采购支出总额10.00万元。", []),
        ("2021年度采购支出总额10.00万元，2022年度12.00万元。", []),
        ("2021年度采购结转10.00万元。", []),
        ("2021年末资产总额10.00万元。", []),
    ],
)
def test_paragraphs_of_an_account_open_with_its_own_year(text: str, expected: list[str]) -> None:
    assert said_by(RULE, ACCOUNT.format(text)) == expected


def test_an_account_that_opens_but_one_paragraph_with_its_year_tells_nothing_by_it() -> None:
    text = ACCOUNT.format("2021年度采购支出总额10.00万元。").replace("2022年度支出", "支出")

    assert said_by(RULE, text) == []
