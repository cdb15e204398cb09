import pytest

from tests.audit.said_by import held_by, said_by

RULE = "against_budget"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三公经费支出决算为 8.00 万元，完成预算的 80%，决算数小于预算数的主要原因是节约。", []),
        ("三公经费支出决算为 8.00 万元，完成预算的 80%，决算数大于预算数的主要原因是接待增多。", ["error"]),
        ("支出决算 8.00 万元，完成预算的 80%，决算数与预算数持平的主要原因是按预算执行。", ["error"]),
        ("支出决算 8.00 万元，完成预算的 100%，决算数大于预算数的主要原因是追加。", ["warning"]),
        ("支出 110.00 万元，完成年初预算 100%，决算数大于预算数 10.00 万元。", ["error"]),
        ("支出 110.00 万元，完成年初预算 110%，决算数大于预算数 10.00 万元。", []),
        ("出国费预算为 0 万元，决算为 0 万元，完成预算的 0%。决算数与预算数持平的主要原因是没有安排。", []),
    ],
)
def test_what_is_said_of_account_and_budget_goes_with_the_completion(text: str, found: list[str]) -> None:
    assert said_by(RULE, text) == found


TABLE = (
    "2021年度决算表\n单位：万元\n项目\t预算数\t决算数\n合计\t19.00\t7.00\n"
    "公务接待费\t4.00\t3.00\n公务用车购置及运行费\t15.00\t4.00\n"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("公务接待费支出 3.00 万元，与2021年度预算相比，减少 1.00 万元，下降 25%。", []),
        ("公务接待费支出 3.00 万元，与2021年度预算相比，减少 0.10 万元，下降 3.23%。", ["warning"]),
        ("公务接待费支出 ３.００ 万元，与 ２０２１ 年度预算相比，减少 ０.１０ 万元，下降 ３.２３％。", ["warning"]),
        ("公务接待费支出 3.00 万元，与2021年度预算相比无变化。", ["warning"]),
        ("公务接待费支出 3.00 万元，与上年预算相比无变化。", []),
    ],
)
def test_a_difference_from_the_budget_is_held_against_the_budget_of_the_table(text: str, found: list[str]) -> None:
    assert said_by(RULE, f"2021年度单位决算情况说明\n{TABLE}\n{text}\n") == found


def test_a_difference_that_follows_is_listed() -> None:
    assert held_by(
        RULE, f"2021年度单位决算情况说明\n{TABLE}\n公务接待费支出 3.00 万元，与2021年度预算相比，减少 1.00 万元。\n"
    )


def test_what_was_exceeded_is_not_less_than_all_of_the_budget() -> None:
    text = "接待费支出18.36万元，完成年初预算22.00万元的83.45%，{}预算的主要原因是任务变化。"

    assert said_by("against_budget", text.format("超出")) == ["error"]
    assert said_by("against_budget", text.format("低于")) == []
