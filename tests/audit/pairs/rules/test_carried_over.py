import pytest

from tests.audit.pairs.paired import DEPARTMENT, held, paired, said
from yunguan.audit.pairs.pair import Kin

LAST = DEPARTMENT.format(year=2022) + "一、支出情况\n年末结转和结余 12.50 万元。\n"


@pytest.mark.parametrize(("amount", "expected"), [("12.50", []), ("15.20", ["warning"]), ("12.6", ["hint"])])
def test_a_year_begins_with_what_the_last_one_ended_with(amount: str, expected: list[str]) -> None:
    ours = DEPARTMENT.format(year=2023) + f"一、支出情况\n年初结转和结余 {amount} 万元。\n"
    report = paired(ours, LAST, Kin.LAST_YEAR)

    assert said("carried_over", report) == expected
    assert held("carried_over", report) is not bool(expected)
