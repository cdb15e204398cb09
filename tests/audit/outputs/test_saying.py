import pytest

from tests.audit.reading_of import audited
from yunguan.audit.outputs.saying import counted, graded, measured, ordered, read_as, verdict
from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit_reading, refused
from yunguan.core.finding import Conflict, Contradiction, Hint, Outcome
from yunguan.core.reading import Block, BlockKind, Reading

WRONG = "应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。"
PARTLY = audit_reading(Reading("a.pdf", "pdf", (Block(BlockKind.PARAGRAPH, "没有数。", "第1段"),), unread=("第2页",)))


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (audited(WRONG), "查出矛盾1处。"),
        (audited("没有数。"), "没有查出问题。"),
        (PARTLY, "没有查出问题；有没有读到的部分。"),
        (refused("坏.pdf", "请去掉密码"), "文件没有读出来。"),
    ],
)
def test_the_result_is_one_sentence(report: AuditReport, said: str) -> None:
    assert verdict(report) == said


def test_what_was_read_is_counted() -> None:
    assert read_as(audited("甲乙。\n\n丙丁。")) == "读作 txt，2段、6字。"


def test_the_gravest_stands_first() -> None:
    every = (Hint(message="", places=()), Conflict(message="", places=()), Contradiction(message="", places=()))

    assert [each.severity for each in graded(every)] == ["error", "warning", "hint"]


def test_what_failed_stands_first_in_the_ledger_and_what_did_not_apply_last() -> None:
    outcomes = [entry.outcome for entry in ordered(audited(WRONG).ledger)]

    assert (outcomes[0], outcomes[-1]) == (Outcome.FAIL, Outcome.NOT_APPLICABLE)
    assert "有问题 1 条" in counted(audited(WRONG).ledger)


def test_a_finding_without_numbers_is_not_measured() -> None:
    assert measured(Hint(message="", places=())) == ""
    assert measured(Hint(message="", places=(), expected="1", stated="2")) == "应为 1，写为 2"
