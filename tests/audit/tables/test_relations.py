import random

import pytest

from yunguan.audit.profile import default_profile
from yunguan.audit.read import read_bytes
from yunguan.audit.run import document_of
from yunguan.audit.tables.relations import Fit, shown_by


def shown(heads: str, *rows: str) -> list[tuple[str, int]]:
    """What the rows show: the relation with the names of its columns, and how many rows hold."""
    text = "\n".join(
        ["情况表", "", f"| 名称 | {heads} |", *(f"| {'甲乙丙丁戊己'[i]}镇 | {row} |" for i, row in enumerate(rows))]
    )
    document = document_of(read_bytes("report.txt", text.encode()), default_profile())
    return [
        (each.columns[0].head + "＝" + each.form.words.format(*(column.head for column in each.columns[1:])), len(held))
        for sheet in document.sheets
        for each in shown_by(sheet)
        if (held := each.having(Fit.HOLDS))
    ]


@pytest.mark.parametrize(
    ("heads", "rows", "relation"),
    [
        (
            "应到数 | 实到数 | 到会率",
            ("150 | 120 | 80.0%", "240 | 210 | 87.5%", "90 | 60 | 66.7%"),
            "到会率＝实到数÷应到数",
        ),
        (
            "应到数 | 缺席数 | 到会率",
            ("150 | 30 | 80.0%", "240 | 30 | 87.5%", "90 | 31 | 65.6%"),
            "到会率＝1－缺席数÷应到数",
        ),
        (
            "前一期金额 | 后一期金额 | 涨幅",
            ("150 | 180 | 20.0%", "240 | 210 | -12.5%", "90 | 99 | 10.0%"),
            "涨幅＝(后一期金额－前一期金额)÷前一期金额",
        ),
        (
            "下达数 | 使用数 | 剩余数",
            ("15.0 | 12.2 | 2.8", "24.0 | 21.5 | 2.5", "9.0 | 4.3 | 4.7"),
            "下达数＝使用数＋剩余数",
        ),
        (
            "面积数（亩） | 标准金额（元） | 补贴金额（元）",
            ("152 | 95 | 14440", "241 | 95 | 22895", "93 | 90 | 8370"),
            "补贴金额（元）＝面积数（亩）×标准金额（元）",
        ),
    ],
)
def test_three_rows_show_how_a_column_follows_from_two_others(heads: str, rows: tuple[str, ...], relation: str) -> None:
    assert shown(heads, *rows) == [(relation, 3)]


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("应到数 | 实到数 | 到会率", ("150 | 120 | 80.0%", "240 | 210 | 87.5%")),
        ("应到数 | 实到数 | 到会率", ("150 | 150 | 100%", "240 | 240 | 100%", "90 | 90 | 100%")),
        ("应到数 | 实到数 | 到会率", ("152 | 120 | 79%", "243 | 210 | 86%", "93 | 60 | 65%")),
        ("问题总数 | 完成数 | 未完数", ("5 | 3 | 2", "9 | 8 | 1", "7 | 3 | 4")),
        ("分值 | 完成率 | 得分", ("15.0 | 80.0% | 12.0", "20.0 | 87.5% | 17.5", "25.0 | 90.0% | 22.5")),
        ("问题总数 | 完成数 | 未完数", ("5.00 | 5.00 | 0.00", "9.00 | 9.00 | 0.00", "7.00 | 7.00 | 0.00")),
    ],
)
def test_what_chance_may_make_hold_shows_nothing(heads: str, rows: tuple[str, ...]) -> None:
    assert shown(heads, *rows) == []


def test_columns_that_have_nothing_to_do_with_each_other_show_nothing() -> None:
    chance = random.Random(7)
    for _ in range(40):
        rows = [" | ".join(f"{chance.uniform(20, 90):.1f}" for _ in range(6)) for _ in range(6)]

        assert shown("甲数 | 乙数 | 丙数 | 丁数 | 戊率 | 己率", *rows) == []
