from tests.audit.said_by import held_by, said_by

RULE = "shares_of_one_whole"

TEXT = (
    "1.基本支出 84.06 万元，占一般公共预算支出的 84.06%，比上年减少。\n"
    "2.项目支出 15.94 万元，占一般公共预算支出的 {}，比上年增加。\n"
)


def test_shares_that_lead_to_one_whole_are_listed() -> None:
    assert said_by(RULE, TEXT.format("15.94%")) == []
    assert held_by(RULE, TEXT.format("15.94%"))


def test_shares_that_lead_to_two_wholes_are_a_conflict() -> None:
    assert said_by(RULE, TEXT.format("19.62%")) == ["warning"]


def test_a_share_cut_off_in_its_last_place_is_the_same() -> None:
    assert said_by(RULE, TEXT.format("15.93%")) == []


def test_each_item_has_a_budget_of_its_own() -> None:
    text = "税收收入 90.00 万元，占调整预算 90.00%。非税收入 60.00 万元，占调整预算 120.00%。"

    assert said_by(RULE, text) == []


def test_shares_of_different_wholes_are_left_alone() -> None:
    assert said_by(RULE, TEXT.replace("15.94 万元，占一般公共", "15.94 万元，占政府性基金").format("19.62%")) == []


def test_shares_told_together_and_of_the_same_kind_lead_to_no_whole() -> None:
    text = (
        "货物、工程分别为 657.4 亿元、1115.2 亿元，占全国采购规模的比重为 37.1%、62.9%。"
        "公开招标 1641.3 亿元，占全国采购规模的 92.6%。"
        "节能产品 134.3 亿元，占同类产品规模的 71.5%；环保产品 136.0 亿元，占同类产品规模的 81.5%。"
    )

    assert said_by("shares_of_one_whole", text) == []


def test_what_each_kind_did_of_its_plan_is_of_as_many_plans() -> None:
    text = "公路完成36.20亿元，占年计划的12.9%。水路完成1.40亿元，占年计划的2.1%。"

    assert said_by("shares_of_one_whole", text) == []


def test_a_paragraph_may_open_with_its_own_title() -> None:
    text = (
        "1.基本支出 80.00 万元，占一般公共预算支出80.00%，比上年有所下降。其中：\n\n工资50.00万元。\n\n"
        "2.项目支出 20.00 万元，占一般公共预算支出{}%，比上年有所增长。其中：\n\n办案18.00万元。"
    )

    assert said_by("shares_of_one_whole", text.format("20.00")) == []
    assert said_by("shares_of_one_whole", text.format("24.00")) == ["warning"]
