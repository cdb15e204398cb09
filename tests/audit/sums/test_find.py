import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "total_equals_parts"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("一季度检查 200 家，二季度检查 300 家，三季度检查 400 家，四季度检查 300 家", []),
        ("一季度检查 200 家，二季度检查 300 家，三季度检查 400 家，四季度检查 350 家", ["error"]),
        ("上半年检查 500 家，下半年检查 700 家", []),
        ("上半年检查 500 家，下半年检查 650 家", ["error"]),
    ],
)
def test_the_quarters_or_halves_of_a_year_make_up_the_year(parts: str, expected: list[str]) -> None:
    text = f"全年检查 1200 家，合格率 98%。{parts}。"

    assert said_by(RULE, text) == expected
    assert held_by(RULE, text) is not bool(expected)


@pytest.mark.parametrize(
    "text",
    [
        "全年检查 1200 家。上半年检查约 500 家，下半年检查 650 家。",
        "全年检查 1200 家。下半年检查 500 家，上半年检查 650 家。",
        "全年检查 1200 家，约谈 30 家。上半年检查 500 家，下半年检查 650 家。",
        "全年检查 1200 家。\n\n上半年检查 500 家，下半年检查 650 家。",
        "较上年多检查 1200 家。上半年检查 500 家，下半年检查 650 家。",
        "全年完成 1200 万元。上半年累计完成 500 万元，下半年累计完成 1150 万元。",
        "全年存款 1200 万元。上半年末 900 万元，下半年末 1150 万元。",
    ],
)
def test_halves_of_something_else_are_not_added(text: str) -> None:
    assert said_by(RULE, text) == []


def test_a_total_may_go_on_from_the_amount_of_the_sentence_before() -> None:
    text = "全区地方收入 {} 万元。上级补助 30.00 万元，上年结余 20.00 万元，合计 100.00 万元。"

    assert held_by(RULE, text.format("50.00"))
    assert said_by(RULE, text.format("50.00")) == []
    assert said_by(RULE, text.format("60.00")) == ["warning"]


@pytest.mark.parametrize("opening", ["从用途看", "从用途来看", "按照用途分", "分用途统计"])
def test_a_list_by_a_point_of_view_is_of_the_amount_before(opening: str) -> None:
    text = f"全年支出 998.44 万元。{opening}，修路 503.18 万元，绿化 475.26 万元，照明 {{}} 万元。"

    assert held_by(RULE, text.format("20.00"))
    assert said_by(RULE, text.format("20.00")) == []
    assert said_by(RULE, text.format("30.00")) == ["warning"]


def test_a_sentence_that_only_tells_what_follows_from_it_opens_no_list() -> None:
    text = "全年支出 998.44 万元。从这里看出，修路 503.18 万元，绿化 475.26 万元，照明 30.00 万元。"

    assert said_by(RULE, text) == []


def test_a_list_with_an_amount_that_the_page_hid_behind_a_link_is_not_added_up() -> None:
    text = "工资 {} 万元，公用经费 12.00 万元，项目支出 5.00 万元，合计 80.00 万元。"

    assert said_by(RULE, text.format("点击查看>>")) == []
    assert said_by(RULE, text.format("60.00")) == ["warning"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("正在整改 6 个", []), ("正在整改 5 个", ["warning"]), ("尚未办结 5 个", []), ("正在整改 1 个", [])],
)
def test_what_is_done_and_what_is_not_are_all_that_was_found(rest: str, expected: list[str]) -> None:
    assert said_by(RULE, f"发现问题 23 个。已整改 17 个，{rest}。") == expected


@pytest.mark.parametrize(("last", "expected"), [("3.00", []), ("4.00", ["error"])])
def test_what_three_items_make_up_is_what_was_spent_and_not_the_budget(last: str, expected: list[str]) -> None:
    text = (
        "三公经费实际支出 9.00 万元，预算 12.00 万元。三公经费支出由以下三项构成："
        f"因公出国费 1.00 万元，公务用车费 5.00 万元，公务接待费 {last} 万元。"
    )

    assert said_by(RULE, text) == expected
    assert held_by(RULE, text) is not bool(expected)


def test_all_members_of_a_family_behind_its_total_are_all_of_it_though_a_change_stands_between() -> None:
    text = (
        "三公经费支出 9.00 万元，比上年减少 1.00 万元。"
        "其中，因公出国费 1.00 万元，公务用车费 5.00 万元，公务接待费 7.00 万元。"
    )

    assert said_by(RULE, text) == ["error"]


@pytest.mark.parametrize(("more", "expected"), [("出国培训费", []), ("会议费", ["error"])])
def test_a_family_is_not_complete_where_one_of_its_members_is_told_again(more: str, expected: list[str]) -> None:
    text = f"三公经费 9.00 万元，出国费 1.00 万元、公务用车费 5.00 万元、接待费 4.00 万元、{more} 0.50 万元。"

    assert said_by(RULE, text) == expected


def test_what_the_budget_gave_is_a_part_beside_what_came_from_elsewhere() -> None:
    text = "支出 90.00 万元。其中预算安排 50.00 万元，自筹 30.00 万元，捐赠 {} 万元。"

    assert held_by(RULE, text.format("10.00"))
    assert said_by(RULE, text.format("11.00")) == ["warning"]


@pytest.mark.parametrize(("last", "held"), [("2 处、11", 2), ("2 处、12", 1), ("3 处、11", 1)])
def test_places_and_money_of_one_list_are_added_each_for_itself(last: str, held: int) -> None:
    text = f"整治隐患 5 处、20 万元。其中甲 3 处、9 万元；乙 {last} 万元。"

    assert sum(relation.rule == RULE for relation in audited(text).checked) == held


@pytest.mark.parametrize("mark", ["：", ":"])
def test_what_namely_opens_is_all_of_the_amount_before_it(mark: str) -> None:
    text = f"全年支出 9.00 万元。即{mark}修路 5.00 万元，绿化 3.00 万元，照明 {{}} 万元。"

    assert held_by(RULE, text.format("1.00"))
    assert said_by(RULE, text.format("1.00")) == []
    assert said_by(RULE, text.format("20.00")) == ["warning"]
    assert said_by(RULE, text.format("20.00").replace("即", "其中")) == []


def test_projects_carried_out_are_those_of_the_beginning_and_the_added() -> None:
    text = "共实施项目15个，年初批复预算8个项目985万元，年中又增加{}个项目，实际到位资金334.67万元。"

    assert said_by("total_equals_parts", text.format(7)) == []
    assert said_by("total_equals_parts", text.format(8)) == ["warning"]
