"""Word files that are well formed and huge or odd in one respect."""

from tests.audit.hostile.case import READ, Case, holding
from tests.audit.hostile.packages import SAID, W, para, rels, run, word, word_with


def _cell(text: str, props: str = "") -> str:
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{para(text)}</w:tc>"


def _table(rows: int, columns: int, props: str = "") -> str:
    row = "".join(_cell(str(column), props) for column in range(columns))
    return f"<w:tbl>{f'<w:tr>{row}</w:tr>' * rows}</w:tbl>"


def _styles(count: int) -> str:
    each = "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="标题 {n}"/><w:basedOn w:val="s{n + 1}"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        for n in range(count)
    )
    return f"<w:styles {W}>{each}</w:styles>"


def _numbering(count: int) -> str:
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        for n in range(count)
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(count))
    return f"<w:numbering {W}>{levels}{numbers}</w:numbering>"


_LOOP = f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
_STYLED = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>{run("标志牌 30 块")}</w:p>'
_NUMBERED = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-7"/></w:numPr></w:pPr>{run("标志牌 30 块")}</w:p>'
_FAR = '<w:gridSpan w:val="999999999"/>'
_ODD = '<w:gridSpan w:val="²"/><w:vMerge w:val="?"/>'
CASES: list[Case] = [
    holding("word_with_2000_styles", lambda: word_with({"word/styles.xml": _styles(2_000)}), READ, either=True),
    holding("word_with_styles_in_a_circle", lambda: word_with({"word/styles.xml": _LOOP}, _STYLED), READ),
    holding(
        "word_with_20000_numberings", lambda: word_with({"word/numbering.xml": _numbering(20_000)}), READ, either=True
    ),
    holding("word_with_absurd_numbering", lambda: word_with({"word/numbering.xml": _numbering(3)}, _NUMBERED), READ),
    holding("word_with_a_huge_merged_cell", lambda: word(_table(50, 5, _FAR)), READ, either=True),
    holding("word_with_odd_merges", lambda: word(_table(3, 3, _ODD)), READ),
    holding("word_with_a_table_of_100000_cells", lambda: word(_table(1_000, 100)), READ, either=True),
    holding("word_with_a_row_of_20000_cells", lambda: word(_table(1, 20_000)), READ, either=True),
    holding("word_with_20000_tables", lambda: word(_table(1, 1) * 20_000), READ, either=True),
    holding("word_with_200000_empty_paragraphs", lambda: word("<w:p/>" * 200_000 + SAID), "炸弹", either=True),
    holding("word_with_a_paragraph_of_50000_runs", lambda: word(f"<w:p>{run('块') * 50_000}</w:p>"), READ, either=True),
    holding(
        "word_with_50000_text_boxes",
        lambda: word(
            f"<w:p>{'<w:r><w:pict><w:txbxContent>' + para('块') + '</w:txbxContent></w:pict></w:r>'}</w:p>" * 10_000
        ),
        READ,
        either=True,
    ),
    holding(
        "word_with_text_boxes_in_text_boxes",
        lambda: word("<w:p><w:r><w:pict><w:txbxContent>" * 60 + SAID + "</w:txbxContent></w:pict></w:r></w:p>" * 60),
        READ,
        either=True,
    ),
    holding(
        "word_with_a_remote_template",
        lambda: word_with(
            {
                "word/_rels/settings.xml.rels": rels(("attachedTemplate", "http://127.0.0.1:9/a.dotm")).replace(
                    "/>", ' TargetMode="External"/>'
                )
            }
        ),
        READ,
    ),
    holding(
        "word_with_a_remote_picture",
        lambda: word_with(
            {
                "word/_rels/document.xml.rels": rels(("image", "file:////127.0.0.1/share/a.png")).replace(
                    "/>", ' TargetMode="External"/>'
                )
            }
        ),
        READ,
    ),
    holding(
        "word_with_a_foreign_chunk",
        lambda: word_with(
            {"word/_rels/document.xml.rels": rels(("aFChunk", "/word/a.html")), "word/a.html": "<script>x</script>"},
            SAID + '<w:altChunk r:id="rId0" xmlns:r="urn:r"/>',
        ),
        READ,
    ),
    holding(
        "word_with_a_field_that_runs",
        lambda: word(
            f'<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText></w:r>{run("标志牌 30 块")}</w:p>'
        ),
        READ,
    ),
    holding(
        "word_with_rels_in_a_circle",
        lambda: word_with(
            {
                "word/_rels/document.xml.rels": rels(
                    ("header", "document.xml"), ("footnotes", "document.xml"), ("styles", "../word/document.xml")
                )
            }
        ),
        READ,
        either=True,
    ),
    holding(
        "word_with_rels_climbing_out",
        lambda: word_with(
            {
                "word/_rels/document.xml.rels": rels(
                    ("header", "../../../../etc/passwd"), ("styles", "/../../etc/passwd")
                )
            }
        ),
        READ,
        either=True,
    ),
]
