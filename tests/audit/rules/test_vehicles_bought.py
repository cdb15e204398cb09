import pytest

from tests.audit.said_by import held_by, said_by

RULE = "vehicles_bought"
ACCOUNT = "某局2023年度部门决算公开\n\n{}\n\n{}\n"
COST, BOUGHT = "公务用车购置费支出{}万元。", "本年度购置公务用车{}辆，年末保有量9辆。"


@pytest.mark.parametrize(
    ("cost", "count", "expected"),
    [("0", "0", []), ("18.00", "1", []), ("0", "7", ["warning"]), ("18.00", "0", ["warning"])],
)
def test_vehicles_have_their_cost_and_a_cost_its_vehicles(cost: str, count: str, expected: list[str]) -> None:
    text = ACCOUNT.format(COST.format(cost), BOUGHT.format(count))

    assert said_by(RULE, text) == expected
    assert held_by(RULE, text) is not bool(expected)


@pytest.mark.parametrize(
    "bought", ["更新购置公务用车2辆。", "公务用车购置数为2辆。", "公务用车方面，当年新购2台。", "购置一般公务用车2辆。"]
)
@pytest.mark.parametrize("cost", ["公务用车购置费0万元。", "公务用车购置费支出决算为0万元。", "公车购置费用为0万元。"])
def test_cost_and_number_go_by_several_names(cost: str, bought: str) -> None:
    assert said_by(RULE, ACCOUNT.format(cost, bought)) == ["warning"]


@pytest.mark.parametrize(
    "bought",
    [
        "接受调拨后购置公务用车2辆。",
        "用非财政资金购置公务用车2辆。",
        "以自有资金新购置公务用车2辆。",
        "用专项资金购置公务用车2辆。",
        "上年购置公务用车2辆。",
        "2022年购置公务用车2辆。",
        "计划2024年购置公务用车2辆。",
        "年初计划购置公务用车2辆，实际未购置。",
        "为环卫站购买车辆2辆。",
        "新购设备2台。",
        "购置公务用车1辆，更新购置公务用车2辆。",
        "公务用车保有量2辆。",
    ],
)
def test_vehicles_of_other_money_years_and_kinds_are_left_alone(bought: str) -> None:
    assert said_by(RULE, ACCOUNT.format(COST.format("0"), bought)) == []


@pytest.mark.parametrize(
    "cost",
    [
        "公务用车购置费支出18.00万元，为上年购置车辆的尾款。",
        "公务用车购置费支出18.00万元，为预付款。",
        "公务用车购置费支出18.00万元。\n\n公务用车购置费支出81.00万元。",
        "公务用车购置费预算18.00万元。",
        "上年公务用车购置费18.00万元。",
    ],
)
def test_a_cost_of_other_vehicles_or_of_no_one_amount_is_left_alone(cost: str) -> None:
    assert said_by(RULE, ACCOUNT.format(cost, BOUGHT.format("0"))) == []


def test_a_plan_tells_what_is_to_be_bought() -> None:
    text = ACCOUNT.replace("2023年度部门决算公开", "2024年部门预算公开").format(COST.format("0"), BOUGHT.format("2"))

    assert said_by(RULE, text) == []
