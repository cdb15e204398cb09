from datetime import date

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
