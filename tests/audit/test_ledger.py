import pytest

from tests.audit.reading_of import audited
from yunguan.audit.ledger import Entry, ledger, said_of_document
from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit_reading, refused
from yunguan.core.reading import Block, BlockKind, Reading

LIST = "标志牌 30 块，其中甲 10 块，乙 20 块。"
DEPARTMENT = "某某县公路站部门整体支出绩效自评报告\n\n（2023年度）\n\n一、绩效情况\n\n"


def entry(report: AuditReport, rule: str) -> Entry:
    return next(each for each in ledger(report) if each.rule == rule)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (LIST, "1处核对成立。"),
        (LIST + "路牌 3060 块，其中丙 1020 块，丁 2050 块。", "1处核对成立，查出1处问题。"),
        ("项目支出 900 万元，其中：培训费 21 万元，会议费 3 万元。", "1处无法判定。"),
        ("没有数。", "文中没有遇到这条规则要核对的内容。"),
    ],
)
def test_a_duty_says_what_was_done(text: str, sentence: str) -> None:
    assert entry(audited(text), "total_equals_parts").sentence == sentence


def test_the_doubts_left_open_are_told_with_their_places() -> None:
    told = entry(audited("项目支出 900 万元，其中：培训费 21 万元，会议费 3 万元。"), "total_equals_parts")

    assert "看不出所列是否就是全部分项" in told.doubts[0].message
    assert told.as_json()["doubts"][0]["places"][0]["where"] == "第1行"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (DEPARTMENT, "按“部门整体支出绩效自评报告”核对，2023年度。"),
        (LIST, "未识别这类文件，只做了通用核对。"),
    ],
)
def test_the_kind_of_document_is_said_or_plainly_not_known(text: str, said: str) -> None:
    assert said_of_document(audited(text)) == said


def test_a_rule_for_known_kinds_says_why_it_was_silent() -> None:
    assert "未识别这类文件" in entry(audited(LIST), "outline_complete").sentence


def test_a_file_that_was_not_read_is_told_as_unread() -> None:
    report = refused("坏文件.pdf", "打不开")

    assert said_of_document(report) == "文件没有读出来，一项也没有核对。"
    assert {each.sentence for each in ledger(report)} == {"文件没有读出来，没有核对。"}


def test_what_may_stand_in_a_part_that_was_not_read_is_unread_and_not_clean() -> None:
    blocks = (Block(BlockKind.PARAGRAPH, LIST, "第1页第1行"),)
    report = audit_reading(Reading("a.pdf", "pdf", blocks, unread=("第2页是扫描件",)))

    assert entry(report, "total_equals_parts").outcome == "unread"
    assert entry(report, "balance").outcome == "unread"
    assert not report.clean
