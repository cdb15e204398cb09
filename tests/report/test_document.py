from datetime import date

from tests.report.forms.given import facts, filled
from yunguan.report.document import (
    Cover,
    Document,
    FigureMark,
    PageBreak,
    Paragraph,
    Table,
    Text,
    plain,
)
from yunguan.report.inlines import split_lines

COVER = Cover("附件2", "自评报告", "（2023年度）", (), "2024年4月3日")
MARK = FigureMark("plates.charter", "21525", date(2023, 11, 30), None, "六(四)", "包车牌")
GAP = FigureMark("plates.extra", "【待填：加班牌】", None, None, "六(四)", "加班牌", missing=True)


def test_figures_are_found_in_paragraphs_and_tables() -> None:
    document = Document("自评报告", "中心", None, COVER, (Paragraph((MARK,)), Table((((Text("数"),), (GAP,)),))))
    assert document.figures == (MARK, GAP)
    assert document.missing == (GAP,)


def test_plain_text_has_a_line_for_each_block() -> None:
    document = Document("自评报告", "中心", None, COVER, (Paragraph((Text("共"), MARK)), PageBreak()))
    assert plain(document).splitlines()[-3:] == ["自评报告", "共21525", "----"]


def test_what_the_forms_state_and_lack_belongs_to_the_report() -> None:
    form = filled(["甲", "{{a|decimal2}}"], ["乙", "{{b|decimal2}}"], known=facts({"a": 1, "b": None}))
    document = Document("自评报告", "中心", None, COVER, (Paragraph((MARK,)),), (form,))
    assert [mark.id for mark in document.figures] == ["plates.charter", "a", "b"]
    assert [mark.id for mark in document.missing] == ["b"]
    assert plain(document).endswith("试填表\n | \n甲 | 1.00\n乙 | 【待填】\n")


def test_words_are_parted_at_their_line_ends_and_figures_are_not() -> None:
    assert split_lines((Text("共\n"), MARK, Text("块\n\n完"))) == ((Text("共"),), (MARK, Text("块")), (), (Text("完"),))
