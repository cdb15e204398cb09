import pytest

from tests.audit.said_by import held_by, said_by

RULE = "total_equals_parts"


@pytest.mark.parametrize(
    "text", ["卫生院14家、卫生室186家，机构合计{}家。", "卫生院 14 家、卫生室 186 家，机构合计 {} 家。"]
)
def test_counts_told_in_one_breath_make_up_the_total_behind_them(text: str) -> None:
    assert held_by(RULE, text.format(200))
    assert said_by(RULE, text.format(200)) == []
    assert said_by(RULE, text.format(210)) == ["warning"]


def test_counts_with_other_words_between_them_need_not_make_it_up() -> None:
    assert said_by(RULE, "卫生院14家（含一所新建），改造卫生室186家，机构合计210家。") == []


@pytest.mark.parametrize("opened", ["其中", "其中：", "其中，"])
def test_a_part_of_a_part_is_left_out_of_the_total_behind_it(opened: str) -> None:
    text = f"全市卫生院 14 家，{opened}乡镇 10 家，卫生室 186 家，合计 {{}} 家。"

    assert held_by(RULE, text.format(200))
    assert said_by(RULE, text.format(230)) == []


def test_a_total_that_was_not_added_up_may_count_more() -> None:
    assert said_by(RULE, "卫生院14家、卫生室186家，机构总数210家。") == []
