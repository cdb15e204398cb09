import pytest

from tests.audit.said_by import held_by, said_by

RULE = "mean_of_counts"


@pytest.mark.parametrize(
    "text", ["服务 100 人次，分 8 次开展，平均每次 12.5 人次。", "举办 5 场，参加 300 人，场均 60 人。"]
)
def test_a_mean_that_follows_is_listed(text: str) -> None:
    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_a_mean_that_does_not_follow_is_a_contradiction() -> None:
    assert said_by(RULE, "服务 100 人次，分 8 次开展，平均每次 18.5 人次。") == ["error"]


def test_an_unweighted_mean_is_left_alone() -> None:
    assert said_by(RULE, "服务 100 人次，分 8 次开展，按次简单平均每次 18.5 人次。") == []


def test_a_year_has_no_more_than_twelve_months() -> None:
    assert said_by("mean_of_counts", "全年巡查河道1128次，月均80次。") == ["error"]
    assert said_by("mean_of_counts", "全年巡查河道1128次，月均94次。") == []
    assert said_by("mean_of_counts", "汛期巡查河道1128次，日均80次。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年巡查河道1128次，月均94次。", []),
        ("全年巡查河道1128次，月均98次。", ["warning"]),
        ("2023年巡查河道1128次，月均98次。", ["warning"]),
        ("全年巡查河道1128次，季均252次。", ["error"]),
        ("全年巡查河道1128次。全年月均80次。", ["error"]),
        ("全年巡查河道近1200次，月均118次。", []),
        ("巡查河道1128次，月均98次。", []),
    ],
)
def test_a_mean_by_month_or_quarter_is_of_the_whole_year(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


def test_a_mean_of_the_year_that_follows_is_listed() -> None:
    assert held_by(RULE, "全年巡查河道1128次。全年季均282次。")


@pytest.mark.parametrize("text", ["与全年巡查河道1128次相比，月均98次。", "巡查900次，比全年1200次少，月均98次。"])
def test_a_year_that_is_compared_with_is_not_the_year_of_the_mean(text: str) -> None:
    assert said_by(RULE, text) == []
