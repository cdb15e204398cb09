import pytest

from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.run import document_of
from yunguan.audit.told_of_cells import cells_told

TABLE = (
    "支出决算表\n单位：万元\n\n| 项目 | 2022年合计 | 2023年合计 | 2023年项目支出 |\n| 教育支出 | 8.00 | 9.50 | 3.00 |\n"
    "| 卫生健康支出 | 7.00 | 8.00 | 1.00 |\n"
    "| 公务接待费 | 2.00 | 1.26 | 0.00 |\n"
)


@pytest.mark.parametrize(
    ("said", "cell"),
    [
        ("教育支出 5.00 万元", "9.50万元"),
        ("2022年教育支出 5.00 万元", "8.00万元"),
        ("2023年，其中教育支出决算数为 5.00 万元", "9.50万元"),
        ("教育支出由2022年的 8.00 万元增加到 5.00 万元", "9.50万元"),
        ("其中公务接待费支出决算为 5.00 万元", "1.26万元"),
        ("教育支出中，项目支出 5.00 万元", "3.00万元"),
    ],
)
def test_the_words_before_an_amount_name_a_row_and_a_column(said: str, cell: str) -> None:
    assert told(said)[-1] == ("5.00", cell)


@pytest.mark.parametrize(
    "said",
    [
        "职业教育支出 5.00 万元",
        "2021年教育支出 5.00 万元",
        "教育支出预算 5.00 万元",
        "教育支出和卫生健康支出中，项目支出 5.00 万元",
        "人均教育支出 5.00 万元",
    ],
)
def test_words_that_name_another_thing_name_no_cell(said: str) -> None:
    assert told(said) == []


def told(said: str) -> list[tuple[str, str]]:
    text = f"某局2023年度部门决算公开\n\n{said}。\n\n{TABLE}"
    document = document_of(read_bytes("report.txt", text.encode()), default_profile())
    return [(str(fact.quantity.value), cells[0].fact.quantity.text) for fact, cells in cells_told(document)]
