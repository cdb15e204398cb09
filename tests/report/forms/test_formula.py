import pytest

from yunguan.report.forms.formula import Ratio, Sum, parse


def test_names_are_added_and_taken_away() -> None:
    assert parse("a + b-c.d") == Sum(((1, "a"), (1, "b"), (-1, "c.d")))


def test_one_name_is_divided_by_another() -> None:
    assert parse("executed/adjusted") == Ratio("executed", "adjusted")


@pytest.mark.parametrize("text", ["", "a+", "+a", "a/b/c", "a*b", "a+b/c", "SUM(A1)", "1+1", "a.b.c", "甲+乙"])
def test_anything_else_is_refused_with_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match="请写成"):
        parse(text)
