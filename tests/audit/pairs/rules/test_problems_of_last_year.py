from tests.audit.pairs.paired import DEPARTMENT, held, paired, said
from yunguan.audit.pairs.pair import Kin

RULE = "problems_of_last_year"
LAST = DEPARTMENT.format(year=2022) + "七、存在的问题\n一是仪器检定周期过长。二是成果汇交不够及时。\n"


def test_a_problem_of_last_year_without_a_word_this_year_is_a_hint() -> None:
    ours = DEPARTMENT.format(year=2023) + "六、绩效情况\n仪器检定周期过长的问题已经解决。\n"
    report = paired(ours, LAST, Kin.LAST_YEAR)

    assert said(RULE, report) == ["hint"]
    assert "成果汇交不够及时" in next(each.message for each in report.findings if each.rule == RULE)


def test_problems_that_are_taken_up_are_listed() -> None:
    ours = DEPARTMENT.format(year=2023) + "六、绩效情况\n仪器检定周期过长已整改，成果汇交不够及时仍待改进。\n"
    report = paired(ours, LAST, Kin.LAST_YEAR)

    assert (said(RULE, report), held(RULE, report)) == ([], True)
