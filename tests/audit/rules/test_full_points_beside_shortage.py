import pytest

from tests.audit.said_by import held_by, said_by

RULE = "full_points_beside_shortage"
TABLE = (
    "某局项目支出绩效自评表\n三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n{}\n"
    "验收合格率\t≥95%\t98%\t10\t10\t\n"
)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("维修渠道\t全部完成\t部分标段未完成\t20\t20\t", ["warning"]),
        ("维修渠道\t全部完成\t基本完成\t20\t20\t两个标段尚未完成", ["warning"]),
        ("维修渠道\t全部完成\t部分标段未完成\t20\t16\t雨季停工", []),
        ("未完成整改数\t0件\t0件\t20\t20\t", []),
        ("维修渠道\t全部完成\t全部完成，没有未完成的标段\t20\t20\t", []),
        ("维修渠道\t全部完成\t上年未完成的标段已完工\t20\t20\t", []),
    ],
)
def test_what_is_said_to_be_unfinished_has_no_full_score(row: str, expected: list[str]) -> None:
    assert said_by(RULE, TABLE.format(row)) == expected


def test_a_shortage_with_its_deduction_is_listed() -> None:
    assert held_by(RULE, TABLE.format("维修渠道\t全部完成\t部分标段未完成\t20\t16\t雨季停工"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("居民满意度88.4%,低于目标值95%;该项指标分值10分,自评得10分。", ["warning"]),
        ("居民满意度88.4%,低于目标值95%;该项指标分值10分,自评得9.3分。", []),
        ("3.满意度。分值5分，得5分。满意率87.00%，低于90%的目标值。", ["warning"]),
        ("3.完工及时率。分值5分，2所学校未按期完工，得5分。", ["warning"]),
        ("3.完工及时率。分值5分，未按期完工的每所扣1分，得5分。", []),
        ("立项5分，得5分；完工时效5分，未按期完工，得3分。", []),
        ("3.投诉率。投诉率1.2%，低于目标值2%，分值5分，得5分。", []),
    ],
)
def test_what_the_text_says_was_missed_has_no_full_score(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


def test_a_missed_target_with_its_deduction_is_listed() -> None:
    assert held_by(RULE, "居民满意度88.4%,低于目标值95%;该项指标分值10分,自评得9.3分。")
