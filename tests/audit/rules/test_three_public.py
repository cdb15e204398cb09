from tests.audit.said_by import held_by, said_by

RULE = "three_public"

TEXT = (
    "2017年“三公”经费支出总额为 {} 万元，比预算数减少 {} 万元。\n一、因公出国（境）费\n"
    "2017年因公出国（境）费 9 万元，比预算数减少 3 万元。\n二、公务接待费\n"
    "2017年公务接待费 10 万元，比预算数减少 8 万元。\n"
    "三、公务用车购置及运行维护费\n2017年公务用车购置及运行维护费 27 万元，比预算数减少 1 万元。\n"
)


def test_items_in_sections_of_their_own_make_up_the_total() -> None:
    assert said_by(RULE, TEXT.format("46", "12")) == []
    assert held_by(RULE, TEXT.format("46", "12"))


def test_a_total_that_its_items_do_not_make_up_is_a_contradiction() -> None:
    assert said_by(RULE, TEXT.format("66", "12")) == ["error"]


def test_changes_of_the_items_make_up_the_change_of_the_total() -> None:
    assert said_by(RULE, TEXT.format("46", "32")) == ["warning"]


def test_an_item_that_is_not_stated_leaves_the_total_unjudged() -> None:
    text = TEXT.format("66", "12").replace("2017年公务接待费 10 万元", "公务接待 10 批次")

    assert said_by(RULE, text) == []
