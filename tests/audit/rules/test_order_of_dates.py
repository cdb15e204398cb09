import pytest

from tests.audit.said_by import held_by, said_by

RULE = "order_of_dates"


@pytest.mark.parametrize(
    "text",
    [
        "项目于2023年9月20日开工建设，2023年8月25日竣工验收。",
        "项目于2023年9月20日开工建设，8月25日竣工验收。",
        "事项于2023年12月受理，2023年11月15日办结。",
    ],
)
def test_what_ends_before_it_began_is_a_contradiction(text: str) -> None:
    assert said_by(RULE, text) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "项目于2023年8月25日开工建设，2023年9月20日竣工验收。",
        "项目于2023年9月开工建设，2023年9月竣工。",
        "项目于2023年9月20日开工建设，2023年9月竣工。",
    ],
)
def test_what_ends_after_it_began_is_listed(text: str) -> None:
    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(
    "text",
    [
        "项目于2023年9月20日开工建设，8月竣工验收。",
        "项目于9月20日开工建设，8月25日竣工验收。",
        "甲项目于2023年9月20日开工建设。乙项目2023年8月25日竣工验收。",
    ],
)
def test_dates_without_a_year_or_of_two_sentences_are_not_compared(text: str) -> None:
    assert said_by(RULE, text) == []
    assert not held_by(RULE, text)
