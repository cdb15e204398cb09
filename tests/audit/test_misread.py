from tests.audit.said_by import said_by

HEADS = "指标\t分值\t得分\n"


def rows(*scores: int) -> str:
    return HEADS + "".join(f"指标{i}\t{10 + i}\t{score}\n" for i, score in enumerate(scores))


def test_one_row_beyond_its_bound_is_told() -> None:
    assert said_by("within_bounds", rows(9, 9, 30, 9, 9)) == ["error"]


def test_a_table_beyond_its_bounds_row_by_row_was_not_understood() -> None:
    assert said_by("within_bounds", rows(30, 30, 30, 30, 9)) == []
