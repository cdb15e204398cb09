import pytest

from yunguan.audit.said import sentences_in

TEXT = "2022年：全市检查 3 次，2023年：桃源县检查 5 次。今年整改 2 处。"


def test_each_place_has_the_last_period_and_area_before_it() -> None:
    (first, second) = sentences_in(TEXT)

    assert [first.period(TEXT.index(number)) for number in ("3 次", "5 次")] == ["2022年", "2023年"]
    assert [first.area(TEXT.index(number)) for number in ("3 次", "5 次")] == ["全市", "桃源县"]
    assert second.period(TEXT.index("2 处")) == "今年"
    assert second.area(TEXT.index("2 处")) is None


def test_a_period_that_reaches_over_the_place_counts_as_far_as_it_stands_before_it() -> None:
    (said,) = sentences_in("全年2023年")

    assert said.period(len("全年20")) == "全年"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("支出 9 万元（见附表。不含税），其中修路 4 万元。", 1),
        ("支出 9 万元(见附表。不含税)。修路 4 万元。", 2),
        ("支出 9 万元（括号没有合上。修路 4 万元。", 2),
    ],
)
def test_a_full_stop_in_brackets_ends_no_sentence(text: str, count: int) -> None:
    assert len(sentences_in(text)) == count
