from datetime import date

import pytest

from yunguan.audit.telling.periods import Source, period_of, without_period


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("截止10月底，培训学员", (2023, 1, 1), (2023, 10, 31)),
        ("至 11 月底止对新车核查", (2023, 1, 1), (2023, 11, 30)),
        ("截止22年底，已有", (2022, 1, 1), (2022, 12, 31)),
        ("5月份以来，收集", (2023, 5, 1), (2023, 12, 31)),
        ("自2022年4月18日启用以来，发放", (2022, 4, 18), (2023, 12, 31)),
        ("1-9月，接待", (2023, 1, 1), (2023, 9, 30)),
        ("上半年，接待", (2023, 1, 1), (2023, 6, 30)),
        ("去年，接待", (2022, 1, 1), (2022, 12, 31)),
        ("2022年度预算安排，全年执行数", (2022, 1, 1), (2022, 12, 31)),
        ("2022年发送量比疫情前的2019年减少", (2022, 1, 1), (2022, 12, 31)),
    ],
)
def test_the_words_of_a_sentence_mean_days(said: str, first: tuple[int, ...], last: tuple[int, ...]) -> None:
    days = period_of(said, (), 2023).days

    assert days is not None
    assert (days.first, days.last) == (date(*first), date(*last))


def test_a_heading_comes_before_the_year_of_the_document() -> None:
    told = period_of("下发方案", ("一、工作", "做好2022年度考核"), 2023)

    assert (told.last, told.source) == (date(2022, 12, 31), Source.HEADING)


def test_without_any_year_no_period_is_made_up() -> None:
    assert period_of("10月底，培训学员", (), None).days is None


def test_a_date_that_does_not_exist_is_no_period() -> None:
    assert period_of("13月，接待", (), 2023).source is Source.DOCUMENT


def test_what_a_number_is_compared_with_stays_in_its_subject() -> None:
    assert without_period("2022年发送量比2019年减少") == "发送量比2019年减少"
