import pytest

from tests.audit.said_by import held_by, said_by

RULE = "money_without_points"
TABLE = (
    "某局项目支出绩效自评表\n单位：万元\n项目\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
    "年度资金总额\t80.00\t{}\n其中：财政拨款\t80.00\t76.00\t—\t—\t—\n"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("76.00\t10\t95%\t9.5", []),
        ("76.00\t10\t95%\t0", ["warning"]),
        ("76.00\t0\t95%\t0", ["warning"]),
        ("0.00\t10\t0%\t0", []),
        ("76.00\t\t95%\t", []),
    ],
)
def test_money_that_was_spent_wins_points(row: str, expected: list[str]) -> None:
    assert said_by(RULE, TABLE.format(row)) == expected


def test_a_row_with_points_is_listed() -> None:
    assert held_by(RULE, TABLE.format("76.00\t10\t95%\t9.5"))
