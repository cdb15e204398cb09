import pytest

from tests.audit.said_by import held_by, said_by

RULE = "table_rates"
TABLE = "项目\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n资金总额\t90.00\t100.00\t95.00\t10\t{}\t{}\n"


def test_a_rate_and_a_score_that_follow_are_listed() -> None:
    assert said_by(RULE, TABLE.format("95.00%", "9.50")) == []
    assert held_by(RULE, TABLE.format("95.00%", "9.50"))


@pytest.mark.parametrize(
    ("rate", "score", "found"),
    [("85.00%", "8.50", ["error"]), ("95.00%", "9.90", ["warning"]), ("95.00%", "8", ["hint"])],
)
def test_a_rate_or_a_score_that_does_not_follow_is_found(rate: str, score: str, found: list[str]) -> None:
    assert said_by(RULE, TABLE.format(rate, score)) == found


def test_columns_that_fail_row_by_row_were_not_understood() -> None:
    rows = "".join(f"项目{i}\t{i}.00\t{i + 1}.00\t7.00%\n" for i in range(1, 7))

    assert said_by(RULE, f"名称\t预算数\t支出数\t执行率\n{rows}") == []
