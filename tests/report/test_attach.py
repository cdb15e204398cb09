from dataclasses import replace

from tests.report.forms.given import filled
from tests.report.writers.pages import COVER
from yunguan.report.attach import attach
from yunguan.report.document import Document, Paragraph, Text, words

REPORT = Document("报告", "中心", None, COVER, (Paragraph((Text("正文"),)),))
FORM = filled(["甲", "乙"])


def test_the_text_lists_its_forms_at_the_end_each_title_once() -> None:
    forms = (replace(FORM, title="甲表"), replace(FORM, title="乙表"), replace(FORM, title="乙表"))
    made = attach(REPORT, forms)
    lines = [words(block.inlines) for block in made.blocks if isinstance(block, Paragraph)]
    assert lines == ["正文", "", "附件：1. 甲表", "　　　2. 乙表"]
    assert made.attachments == forms


def test_a_report_without_forms_stays_as_it_is() -> None:
    assert attach(REPORT, ()) is REPORT
