from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "problem_without_measure"

TEXT = """一、存在的问题

一是支付进度偏慢，年底集中付款。

二是档案收集不及时，资料分散。

二、改进措施

一是针对支付进度偏慢，按月通报。

{}
"""


def test_a_problem_that_no_measure_takes_up_is_a_hint() -> None:
    assert said_by(RULE, TEXT.format("二是加强学习。")) == ["hint"]


def test_problems_with_their_measures_pass() -> None:
    text = TEXT.format("二是解决档案收集不及时的问题，建立台账。")

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


def test_measures_in_words_of_their_own_are_left_open() -> None:
    report = audited("一、存在的问题\n\n一是支付进度偏慢。\n\n二、改进措施\n\n一是加强管理。\n")

    assert [duty.outcome for duty in report.duties if duty.rule == RULE] == ["ambiguous"]
