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
