"""Promises that nobody can check, reasons that explain nothing."""

from __future__ import annotations

import pytest

from yunguan.evaluation.gate.wording import explains_nothing, has_number, made_good, names_nothing, quoted, vague


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("进一步加强行业监管", True),
        ("服务水平明显提升", True),
        ("符合相关规定", True),
        ("达到立项时的社会效益", True),
        ("成果持续发挥作用", True),
        ("较大以上责任事故起数不增加，形势保持平稳", False),
        ("按规定的内容和时限公开", False),
        ("完善制度3项", False),
        ("投诉办理提高到三日内答复", False),
        ("各评价要点全部符合", False),
        ("无重大事故", False),
        ("出台管理办法", False),
        ("", False),
    ],
)
def test_a_promise_that_nobody_can_check_is_heard(text: str, *, found: bool) -> None:
    assert bool(vague(text)) is found


@pytest.mark.parametrize(
    ("reason", "empty"),
    [
        ("受疫情影响。", True),
        ("由于客观原因", True),
        ("因新冠肺炎疫情原因，未完成目标。", True),
        ("人员不足，时间紧，任务重", True),
        ("无", True),
        ("财政资金紧张，进度较慢。", True),
        ("部分中小企业没有专人编制预案，退回修改次数多。", False),
        ("受疫情影响，3月至5月考场关闭，取消6场。", False),
    ],
)
def test_a_reason_of_phrases_explains_nothing(reason: str, *, empty: bool) -> None:
    assert explains_nothing(reason) is empty


@pytest.mark.parametrize(("text", "found"), [("办结三项任务", True), ("不少于24场", True), ("做好一切工作", False)])
def test_a_goal_with_a_number_is_known(text: str, *, found: bool) -> None:
    assert has_number(text) is found


@pytest.mark.parametrize(("text", "found"), [("见附件。", True), ("", True), ("验收单3份", False), ("考核台账", False)])
def test_evidence_without_a_name_names_nothing(text: str, *, found: bool) -> None:
    assert names_nothing(text) is found


@pytest.mark.parametrize(("text", "found"), [("上半年未完成，年底已补齐", True), ("两家没有达到要求", False)])
def test_what_was_made_good_later_is_heard(text: str, *, found: bool) -> None:
    assert made_good(text) is found


def test_quoted_words_have_single_marks_within() -> None:
    assert quoted("“两类人员”考核") == "“‘两类人员’考核”"
