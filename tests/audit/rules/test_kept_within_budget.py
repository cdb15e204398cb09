import pytest

from tests.audit.said_by import said_by

RULE = "kept_within_budget"
TABLE = "| 项目 | {}预算数（万元） | 执行数（万元） |\n| 公用经费 | 40.00 | 52.00 |\n| 公务接待费 | 3.00 | {} |"


@pytest.mark.parametrize(
    "kept", ["各项支出均控制在预算内。", "全年没有发生超预算支出。", "各子项目严格控制在批复额度内。"]
)
def test_no_item_is_spent_above_its_budget_where_all_are_said_to_be_within(kept: str) -> None:
    assert said_by(RULE, f"{kept}\n\n{TABLE.format('', '2.00')}") == ["warning"]
    assert said_by(RULE, f"{kept}\n\n检修预算 39 万元，支出 40 万元。") == ["warning"]
    assert said_by(RULE, f"{kept}\n\n检修预算 40 万元，支出 39 万元。") == []


@pytest.mark.parametrize(("spent", "expected"), [("2.00", []), ("4.00", ["warning"])])
def test_what_is_said_of_some_items_is_held_against_them_alone(spent: str, expected: list[str]) -> None:
    assert said_by(RULE, f"“三公”经费严格控制在预算以内。\n\n{TABLE.format('', spent)}") == expected


@pytest.mark.parametrize(
    "text",
    [
        f"确保各项支出均控制在预算内。\n\n{TABLE.format('', '2.00')}",
        f"严禁无超预算支出。\n\n{TABLE.format('', '2.00')}",
        f"各项支出均控制在预算内。\n\n{TABLE.format('年初', '2.00')}",
        "各项支出均控制在预算内。\n\n检修预算 39 万元，支出 40 万元，年中追加 2 万元。",
        "各项支出均控制在预算内。\n\n检修年初预算 39 万元，支出 40 万元。",
        "各项支出均控制在预算内。\n\n检修预算 39 万元，支出约 40 万元。",
        TABLE.format("", "2.00"),
    ],
)
def test_orders_first_budgets_and_what_was_added_are_no_contradiction(text: str) -> None:
    assert said_by(RULE, text) == []


def test_what_was_executed_is_held_against_the_budget_of_the_whole_year() -> None:
    table = "| 项目 | 年初预算数（万元） | 全年预算数（万元） | 执行数（万元） |\n| 公用经费 | 40.00 | {} | 52.00 |"

    assert said_by(RULE, f"各项支出均控制在预算内。\n\n{table.format('55.00')}") == []
    assert said_by(RULE, f"各项支出均控制在预算内。\n\n{table.format('50.00')}") == ["warning"]


@pytest.mark.parametrize("kept", ["项目支出均控制在预算内。", "没有发生项目超预算。"])
def test_what_is_said_of_projects_is_not_said_of_the_office_s_own_costs(kept: str) -> None:
    assert said_by(RULE, f"{kept}\n\n人员经费预算 39 万元，支出 40 万元。") == []
    assert said_by(RULE, f"{kept}\n\n检修预算 39 万元，支出 40 万元。") == ["warning"]
