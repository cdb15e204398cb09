import io

import pytest

from tests.audit.reading_of import audited
from yunguan.audit.outputs.terminal import Terminal
from yunguan.audit.outputs.wrapping import columns
from yunguan.audit.report import AuditReport
from yunguan.audit.run import refused

WRONG = "应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。全年检查 7 次。"
OPEN = "标志牌 30 块，其中甲 10 块，乙 20 块。\n\n项目支出 900 万元，其中：培训费 21 万元，会议费 3 万元。"


def shown(report: AuditReport, *, full: bool = False) -> str:
    stream = io.StringIO()
    Terminal(stream, full=full).take(report)
    return stream.getvalue()


def test_a_finding_is_told_with_rule_quotes_operands_and_difference() -> None:
    text = shown(audited(WRONG))

    for words in (
        "1. ［矛盾］比率等于计数之比（rate_from_counts）",
        "这两处不能同时成立",
        "第1行：“备案率达 78%”",
        "参与核对：备案率 78%；",
        "应为 72%，写为 78%，相差 6个百分点",
    ):
        assert words in text


def test_the_ledger_is_compact_and_names_what_stays_open() -> None:
    text = shown(audited(OPEN))

    assert "无法判定：合计数等于分项之和：1处核对成立，1处无法判定。" in text
    assert "看不出所列是否就是全部分项" in text
    assert "未识别这类文件，只做了通用核对。" in text


@pytest.mark.parametrize("full", [False, True])
def test_what_holds_and_what_nothing_checked_is_counted_or_listed(full: bool) -> None:  # noqa: FBT001
    text = shown(audited(WRONG + OPEN), full=full)

    assert "核对成立的关系 1 处" in text
    assert "没有规则核对到的数 1 个" in text
    assert ("标志牌 30块；甲 10块；乙 20块" in text) is full
    assert ("7 次　第1行" in text) is full


def test_a_file_that_was_not_read_says_so() -> None:
    text = shown(refused("坏.pdf", "“坏.pdf”是加密文件，请去掉密码后再提供"))

    assert "一项也没有核对" in text
    assert "请去掉密码后再提供" in text


def test_eighty_columns_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    sink = Terminal(stream, full=True)
    sink.width = 80
    sink.take(audited((WRONG + OPEN) * 3))

    assert max(columns(line) for line in stream.getvalue().splitlines()) <= 80


def test_several_files_end_with_a_sentence_on_all() -> None:
    stream = io.StringIO()
    sink = Terminal(stream)
    for report in (audited(WRONG), audited(OPEN), refused("坏.pdf", "请去掉密码")):
        sink.take(report)
    sink.finish()

    assert stream.getvalue().endswith("共检查 3 份文件：1 份有问题，1 份没有读出来，1 份没有查出问题。\n")
