import pytest

from tests.audit.said_by import held_by, said_by

RULE = "score_follows_target"
TABLE = (
    "某局项目支出绩效自评表\n三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n{}\n"
    "验收合格率\t≥95%\t98%\t10\t10\t\n"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("维修渠道\t≥200公里\t150公里\t20\t15\t雨季停工", []),
        ("维修渠道\t≥200公里\t150公里\t20\t20\t雨季停工", ["warning"]),
        ("维修渠道\t≥200公里\t150公里\t20\t12.00\t雨季停工", ["hint"]),
        ("维修渠道\t≥200公里\t230公里\t20\t20\t", []),
        ("维修渠道\t≥200公里\t230公里\t20\t18\t", ["hint"]),
        ("维修渠道\t≥200公里\t230公里\t20\t18\t指标值偏低", []),
        ("办理时长\t≤10天\t15天\t20\t20\t人手不足", ["warning"]),
        ("办理时长\t≤10天\t8天\t20\t20\t", []),
        ("维修渠道\t≥200公里\t3处\t20\t20\t", []),
        ("管护机制\t健全\t基本健全\t20\t18\t经费不足", []),
    ],
)
def test_a_score_follows_how_far_the_target_is_reached(row: str, expected: list[str]) -> None:
    assert said_by(RULE, TABLE.format(row)) == expected


def test_scores_that_follow_are_listed() -> None:
    assert held_by(RULE, TABLE.format("维修渠道\t≥200公里\t150公里\t20\t15\t雨季停工"))


def test_a_table_with_another_way_of_scoring_is_left_open() -> None:
    rows = "\n".join(f"维修渠道{name}\t≥200公里\t150公里\t20\t20\t" for name in "甲乙丙丁戊")

    assert said_by(RULE, TABLE.format(rows)) == []


def test_a_shortfall_that_rounding_cannot_hide_is_no_full_score() -> None:
    table = (
        "某局项目支出绩效自评表\n三级指标\t年度指标值\t实际完成值\t分值\t得分\n救助标准\t<=5300元/户\t{}元/户\t10\t10\n"
    )

    assert said_by(RULE, table.format(5830)) == ["warning"]
    assert said_by(RULE, table.format(5400)) == []


ROAD = "优良路率\t≥85%\t83.6%\t20\t20\t\n"


def test_rounding_explains_no_full_score_where_the_table_prints_decimals() -> None:
    assert said_by(RULE, TABLE.format(f"{ROAD}执行率\t100%\t96.20%\t10\t9.62")) == ["warning"]
    assert said_by(RULE, TABLE.format(f"{ROAD}执行率\t100%\t96.20%\t10\t10")) == []


def test_rounding_explains_no_full_score_where_the_text_says_that_the_target_was_missed() -> None:
    table = TABLE.format(ROAD.rstrip("\n"))

    assert said_by(RULE, f"{table}\n优良路占83.6%，未达到85%的目标。\n") == ["warning"]
    assert said_by(RULE, f"{table}\n优良路占83.6%，比上年提高2.1个百分点。\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.群众满意度。指标值≥95%，实际完成值88.4%，分值10分，得10分。", ["warning"]),
        ("3.群众满意度。目标值95%，实际为96.2%，分值10分，得10分。", []),
        ("3.群众满意度。目标值95%，实际为88.4%，分值10分，得9分。", []),
        ("3.群众满意度。目标值95%，实际为94.8%，分值10分，得10分。", []),
        ("3.投诉率。目标值5%，实际为3%，分值10分，得10分。", []),
        ("3.损坏率。指标值≤5%，实际完成值3%，分值10分，得10分。", []),
    ],
)
def test_a_score_told_in_the_text_follows_its_target(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected
