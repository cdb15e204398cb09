"""The form of a report scored in advance."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yunguan.audit import audit_reading, read_bytes
from yunguan.audit.report import AuditReport
from yunguan.audit.rule_catalogue import every_rule
from yunguan.evaluation.gate.report_form import LINES, REST, Scored, line_of, score_form

SOUND = "应备案的 250 家企业，已有 180 家完成备案，备案率达 72%。"


def scored(text: str) -> dict[str, Scored]:
    """The lines of a report of this text, by title."""
    return {each.line.title: each for each in score_form(audit_reading(read_bytes("报告.txt", text.encode())))}


def test_the_sheet_has_six_fourteen_and_twenty_points() -> None:
    parts = {line.part: sum(each.points for each in LINES if each.part == line.part) for line in LINES}
    assert parts == {"报告格式": 6, "报告内容": 14, "绩效反映": 20}


def test_every_rule_that_a_line_names_is_there_and_named_once() -> None:
    named = [rule for line in LINES for rule in line.rules]
    assert sorted(set(named)) == sorted(named)
    assert set(named) <= set(every_rule())


def test_a_rule_that_no_line_names_looks_at_the_data() -> None:
    assert line_of("rate_from_counts") is REST
    assert line_of("doubled_words").title == "文字语言"


@pytest.mark.parametrize(("text", "score"), [(SOUND, "10"), (SOUND.replace("72%", "78%"), "9")])
def test_a_fault_costs_what_the_sheet_says(text: str, score: str) -> None:
    assert scored(text)[REST.title].score == Decimal(score)


def test_faults_cost_no_more_than_the_line_has() -> None:
    found = scored(SOUND.replace("72%", "78%"))[REST.title]
    assert Scored(found.line, found.faults * 30, seen=True).score == 0


def test_what_was_not_looked_at_has_no_score() -> None:
    assert scored(SOUND)["要素完备"].score is None
    unread = AuditReport("报告.pdf", None, (), (), (), ())
    assert [each.score for each in score_form(unread)] == [None] * len(LINES)


def test_a_line_is_told_with_its_faults() -> None:
    told = scored(SOUND.replace("72%", "78%"))[REST.title].as_json()
    assert (told["points"], told["deducted"], told["score"]) == ("10", "1", "9")
    assert told["faults"][0]["rule"] == "rate_from_counts"
