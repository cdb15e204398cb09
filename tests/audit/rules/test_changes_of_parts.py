from tests.audit.said_by import held_by, said_by

RULE = "changes_of_parts"

TEXT = (
    "三公经费 40.00 万元，比上年减少 {} 万元。其中：因公出国费 0 万元，{}；"
    "公务接待费 10.00 万元，减少 2.00 万元；公务用车费 30.00 万元，减少 3.00 万元。"
)


def test_changes_that_add_up_are_listed() -> None:
    text = TEXT.format("5.00", "与上年持平")

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_changes_that_do_not_add_up_are_a_conflict() -> None:
    assert said_by(RULE, TEXT.format("9.00", "与上年持平")) == ["warning"]


def test_a_part_that_does_not_say_how_it_changed_leaves_the_rest_unjudged() -> None:
    assert said_by(RULE, TEXT.format("9.00", "用于培训")) == []
