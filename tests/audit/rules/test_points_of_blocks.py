import pytest

from tests.audit.said_by import held_by, said_by

RULE = "points_of_blocks"
TABLE = (
    "某局项目支出绩效自评表\n一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标（50分）\t维修渠道\t200公里\t200公里\t30\t30\n\t清淤\t90公里\t90公里\t{}\t15\n"
    "效益指标（30分）\t灌溉面积\t80亩\t80亩\t30\t30\n"
)


@pytest.mark.parametrize(("points", "expected"), [("20", []), ("15", ["warning"])])
def test_the_points_of_a_block_are_those_of_its_rows(points: str, expected: list[str]) -> None:
    assert said_by(RULE, TABLE.format(points)) == expected
    assert held_by(RULE, TABLE.format(points)) is not bool(expected)


def test_the_last_block_of_a_table_that_breaks_off_is_left_open() -> None:
    text = TABLE.format("20") + "满意度指标（10分）\t农户\t90%\t90%\t4\t4\n\t企业\t90%\t90%\t3\t3\n"

    assert said_by(RULE, text) == []


def test_a_block_that_states_no_points_is_left_alone() -> None:
    assert said_by(RULE, TABLE.replace("（50分）", "").format("15")) == []
