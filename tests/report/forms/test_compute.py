from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.forms.given import column, facts, filled
from yunguan.core.numbers import round_half_up
from yunguan.report.form_facts import Subject, Task
from yunguan.report.forms.filled import RatioOf, SumOf, Term
from yunguan.report.forms.model import FormError

ROWS = ({"name": "a", "cells": ["甲", "{{a|decimal2}}"]}, {"name": "b", "cells": ["乙", "{{b|decimal2}}"]})


def test_a_sum_names_rows_and_remembers_their_cells() -> None:
    cell = filled(["计", "=a+b"], *ROWS, known=facts({"a": "29.46", "b": "12"})).at(0, 1)
    assert (cell.text, cell.number) == ("41.46", Decimal("41.460000"))
    assert cell.formula == SumOf((Term(1, 1), Term(2, 1)), 6)


def test_what_has_a_minus_is_taken_away() -> None:
    assert column(filled(["差", "=a-b"], *ROWS, known=facts({"a": "5", "b": "12"})))[0] == "-7.00"


def test_a_ratio_names_columns_or_rows_and_is_printed_in_per_cent() -> None:
    cell = filled(["率", "=a/b|percent2"], *ROWS, known=facts({"a": "136", "b": "143"})).at(0, 1)
    assert (cell.text, cell.formula) == ("95.10%", RatioOf(Term(1, 1), Term(2, 1)))


def test_nothing_is_divided_by_0() -> None:
    cell = filled(["率", "=a/b|percent2"], *ROWS, known=facts({"a": "1", "b": "0"})).at(0, 1)
    assert (cell.text, cell.number, cell.gap) == ("", None, False)
    assert cell.formula is not None


@pytest.mark.parametrize("formula", ["=a+b", "=a/b|percent2"])
def test_what_rests_on_a_gap_is_a_gap(formula: str) -> None:
    cell = filled(["计", formula], *ROWS, known=facts({"a": "1", "b": None})).at(0, 1)
    assert (cell.text, cell.number) == ("【待填】", None)


def test_a_sum_of_sums_is_worked_out_whatever_their_order() -> None:
    rows = (["总", "=one+a"], {"name": "one", "cells": ["小计", "=a+b"]}, *ROWS)
    assert column(filled(*rows, known=facts({"a": "1", "b": "2"})))[:2] == ["4.00", "3.00"]


def test_the_name_of_a_repeated_row_means_all_of_them() -> None:
    tasks = tuple(Task("事", "", Decimal(each), Decimal(0), Decimal(0)) for each in (20, "3.8", 12))
    row = {"name": "each", "repeat": "tasks", "cells": ["{item.title}", "{item.total|money}"]}
    known = facts(department=Subject("department", "某中心", tasks=tasks))
    cell = filled(["计", "=each|money"], row, known=known).at(0, 1)
    assert (cell.text, cell.formula) == ("35.8", SumOf((Term(1, 1), Term(2, 1), Term(3, 1)), 2))


def test_words_are_no_part_of_a_sum() -> None:
    rows = ({"name": "a", "cells": ["甲", "——"]}, ROWS[1])
    assert column(filled(["计", "=a+b"], *rows, known=facts({"b": "2"})))[0] == "2.00"


def test_a_formula_that_comes_back_to_itself_is_refused() -> None:
    with pytest.raises(FormError, match="公式绕回了自己"):
        filled({"name": "a", "cells": ["甲", "=b"]}, {"name": "b", "cells": ["乙", "=a"]})


def test_a_sum_that_is_its_figure_bears_the_figure_and_the_formula() -> None:
    whole = ["计", {"formula": "a+b", "figure": "whole"}]
    one = filled(whole, *ROWS, known=facts({"a": "1", "b": "2", "whole": "3"}))
    assert (one.at(0, 1).figure, one.at(0, 1).text, one.complaints) == ("whole", "3.00", ())
    assert one.at(0, 1).formula is not None


def test_a_sum_that_is_not_its_figure_is_told_and_the_figure_is_printed() -> None:
    whole = ["计", {"formula": "a+b", "figure": "whole"}]
    one = filled(whole, *ROWS, known=facts({"a": "1", "b": "2", "whole": "3.5"}))
    assert (one.at(0, 1).text, one.at(0, 1).formula) == ("3.50", None)
    assert one.complaints == ("表“试填表”中“whole”的指标是3.50，按表内各项算得3.00，请核对各项。",)


@pytest.mark.parametrize(("a", "whole", "shown"), [(None, "3", "3.00"), ("1", None, "3.00"), (None, None, "【待填】")])
def test_of_sum_and_figure_the_one_that_is_known_is_printed(a: str | None, whole: str | None, shown: str) -> None:
    cells = ["计", {"formula": "a+b", "figure": "whole"}]
    assert column(filled(cells, *ROWS, known=facts({"a": a, "b": "2", "whole": whole})))[0] == shown


def test_printed_parts_that_do_not_add_up_get_a_note() -> None:
    rounded = filled(["计", "=a+b"], *ROWS, known=facts({"a": "0.004", "b": "0.004"}))
    exact = filled(["计", "=a+b"], *ROWS, known=facts({"a": "0.01", "b": "0.02"}))
    assert [line[0].text[:12] for line in rounded.notes] == ["注：表中数据按四舍五入列"]
    assert exact.notes == ()


@given(st.lists(st.decimals(-(10**8), 10**8, places=6), min_size=2, max_size=2))
def test_a_sum_of_exact_money_is_exact(values: list[Decimal]) -> None:
    cell = filled(["计", "=a+b"], *ROWS, known=facts(dict(zip("ab", values, strict=True)))).at(0, 1)
    assert cell.number == sum(values)
    assert cell.text == f"{round_half_up(sum(values, Decimal(0)), 2) + 0:.2f}"
