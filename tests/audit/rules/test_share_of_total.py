import pytest

from tests.audit.reading_of import audited, severities
from tests.audit.said_by import held_by, said_by


@pytest.mark.parametrize(
    "text",
    [
        "全年支出 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 25.00%。",
        "全年支出 200.00 万元。按性质分，基本支出 150.00 万元（占比 75.00%），项目支出 50.00 万元（占比 25.00%）。",
    ],
)
def test_shares_that_follow_are_listed(text: str) -> None:
    report = audited(text)

    assert report.findings == ()
    assert "share_of_total" in {relation.rule for relation in report.checked}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("全年支出 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 35.00%。", "error"),
        ("全年支出 200.00 万元，基本支出 150.00 万元，占全年支出的 57.00%。", "error"),
    ],
)
def test_a_share_that_does_not_follow_is_found(text: str, severity: str) -> None:
    assert severities(audited(text)) == [severity]


def test_a_share_of_something_that_is_not_stated_is_left_alone() -> None:
    assert audited("公务接待费 5.00 万元，占公用经费的 3.00%。").findings == ()


@pytest.mark.parametrize(("share", "found"), [("40.00%", []), ("30.00%", [])])
def test_shares_without_a_stated_total_are_of_all_parts_where_they_make_up_a_hundred(
    share: str, found: list[str]
) -> None:
    text = f"三公经费支出决算中，出国费 0 万元，占 0%；接待费 6.00 万元，占 60.00%；公务用车费 4.00 万元，占 {share}。"

    assert severities(audited(text)) == found


def test_shares_that_make_up_a_hundred_and_belong_to_other_parts_are_found() -> None:
    text = "支出决算中，接待费 6.00 万元，占 70.00%；公务用车费 4.00 万元，占 30.00%。"

    assert set(severities(audited(text))) == {"warning"}


def test_a_share_of_nought_holds_for_no_total_by_chance() -> None:
    report = audited("公务用车费 4.00 万元；出国费 0 万元，占 0%。")

    assert "share_of_total" not in {relation.rule for relation in report.checked}


def test_a_bare_share_is_of_the_whole_that_the_share_before_it_names() -> None:
    text = "本年收入 94.53 万元，全部为拨款，占收入总计的 94.53%；上年结转结余 5.47 万元，占 5.47%。"

    assert said_by("share_of_total", text) == []


TOLD_BEFORE = "2021年项目决算 42.00 万元。\n\n{}修路 30.00 万元，占 71.43%；绿化 12.00 万元，占 {}。\n"


@pytest.mark.parametrize(("share", "expected"), [("28.57%", []), ("38.57%", ["error"])])
def test_shares_among_accounts_are_of_what_was_executed_before_where_their_parts_make_it_up(
    share: str, expected: list[str]
) -> None:
    text = TOLD_BEFORE.format("项目决算中，", share)

    assert said_by("share_of_total", text) == expected
    assert held_by("share_of_total", text)


@pytest.mark.parametrize(
    "text",
    [
        TOLD_BEFORE.format("项目决算中，", "38.57%").replace("42.00", "43.00"),
        TOLD_BEFORE.format("项目情况：", "38.57%"),
    ],
)
def test_parts_that_make_up_nothing_or_name_no_accounts_have_no_whole_before(text: str) -> None:
    assert said_by("share_of_total", text) == []


@pytest.mark.parametrize(
    "parts", ["修路（30.00 万元）和绿化（20.00 万元）占 55.56%", "修路 30.00 万元和绿化 20.00 万元，占 55.56%"]
)
def test_a_share_of_two_together_is_of_neither_alone(parts: str) -> None:
    text = f"项目决算 90.00 万元。\n\n项目决算中，{parts}，照明 40.00 万元，占 44.44%。\n"

    assert said_by("share_of_total", text) == []


def test_shares_told_in_a_row_belong_to_the_amounts_in_their_order() -> None:
    text = "采购规模100.00亿元。货物、工程、服务分别是25.00亿元、45.00亿元和30.00亿元，所占比例为25.0%、45.0%和{}%。"

    assert said_by("share_of_total", text.format("30.0")) == []
    assert said_by("share_of_total", text.format("36.0"))


def test_rates_of_growth_in_a_row_are_no_shares() -> None:
    assert said_by("share_of_total", "客运量90亿人，甲、乙分别40亿人、50亿人，同比分别增长22.4%、50.3%。") == []
