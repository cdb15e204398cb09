import pytest

from tests.audit.said_by import said_by
from yunguan.audit.tables.indicators import indicator_rows

HEADS = ["三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"]
ROWS = [
    "产出指标（50分）",
    "数量指标",
    "维修渠道",
    "≥20公里",
    "{}公里",
    "50",
    "50",
    "效益指标",
    "灌溉面积",
    "提高",
    "提高",
]
REST = ["30", "30", "满意度指标", "农户满意度", "≥90%", "96%", "10", "10"]


def test_indicators_laid_flat_are_read_by_the_order_of_their_heads() -> None:
    found = indicator_rows([*HEADS, *ROWS, *REST, "总分", "100", "90"], 0)

    assert found is not None
    assert found[1][1] == ("产出指标（50分）", "维修渠道", "≥20公里", "{}公里", "50", "50", "")
    assert found[1][-1][1:] == ("总分", "", "", "100", "90", "")


def test_points_may_stand_before_the_target() -> None:
    heads = ["三级指标", "分值", "年度", "指标值", "全年实际值", "得分"]
    rows = ["渠道", "40", "9公里", "9公里", "40", "泵站", "40", "2座", "2座", "40", "满意度", "10", "90%", "95%", "10"]

    found = indicator_rows([*heads, *rows], 0)

    assert found is not None
    assert [row[1] for row in found[1][1:]] == ["渠道", "泵站", "满意度"]


def test_rows_whose_points_make_up_no_whole_are_left_alone() -> None:
    assert indicator_rows([*HEADS, *ROWS, "7", "7", *REST[2:]], 0) is None


@pytest.mark.parametrize(("done", "expected"), [("15", ["warning"]), ("20", [])])
def test_a_form_of_lines_gives_no_full_score_for_a_shortfall(done: str, expected: list[str]) -> None:
    lines = "\n".join([*HEADS, *ROWS[:6], "50", "因雨季停工，部分标段顺延到次年，未能完成。", *ROWS[7:], *REST])

    assert said_by("score_follows_target", f"某局项目支出绩效自评表\n{lines.format(done)}\n") == expected
