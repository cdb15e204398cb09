"""What Word files do beside plain paragraphs: lists, notes, boxes, tracked changes, controls, fields, odd tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.audit.readers.test_docx import W, package, run, texts
from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable
from yunguan.core.reading import BlockKind, Reading


def listed(*levels: tuple[str, str]) -> bytes:
    """A numbering part with one list: (notation, text of the label) a level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{notation}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (notation, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()


def item(text: str, depth: int = 0) -> str:
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr>{run(text)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"


def rows_of(body: str) -> tuple[tuple[str, ...], ...]:
    return read_bytes("a.docx", package(body)).tables[0].rows


def test_automatic_numbers_stand_before_their_paragraphs() -> None:
    numbering = listed(("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"))
    body = item("基本情况") + item("机构", 1) + item("人员", 1) + item("绩效情况") + item("成效", 1)

    blocks = read_bytes("a.docx", package(body, **{"word/numbering.xml": numbering})).blocks

    assert [block.text for block in blocks] == [
        "一、基本情况",
        "（一）机构",
        "（二）人员",
        "二、绩效情况",
        "（一）成效",
    ]
    assert {block.kind for block in blocks} == {BlockKind.HEADING}


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"

    assert texts(package(f"<w:p>{gone}{run('收入 12')}</w:p><w:p>{run('万元。')}</w:p>")) == ["收入 12万元。"]


def test_moved_text_is_read_where_it_went_and_a_deleted_row_is_gone() -> None:
    moved = f"<w:p><w:moveFrom>{run('甲')}</w:moveFrom>{run('乙')}<w:moveTo>{run('甲')}</w:moveTo></w:p>"
    kept, deleted = f"<w:tr>{cell('1')}</w:tr>", f"<w:tr><w:trPr><w:del/></w:trPr>{cell('2')}</w:tr>"

    assert texts(package(f"{moved}<w:tbl>{kept}{deleted}</w:tbl>")) == ["乙甲", "1"]


def test_the_hint_of_an_empty_control_and_a_field_instruction_are_no_text() -> None:
    hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('单击此处输入')}</w:sdtContent></w:sdt>"
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    field = f"{marks[0]}<w:r><w:instrText>PAGE</w:instrText></w:r>{marks[1]}{run('3')}{marks[2]}"
    simple = f'<w:fldSimple w:instr="DATE">{run("2023年")}</w:fldSimple>'

    assert texts(package(f"<w:p>{run('共')}{hint}{field}{run('页')}{simple}</w:p>")) == ["共3页2023年"]


def test_hidden_text_and_a_table_of_contents_are_left_out() -> None:
    styles = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="toc 1"/></w:style></w:styles>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿</w:t></w:r>"
    contents = f'<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr>{run("一、基本情况 1")}</w:p>'

    assert texts(package(f"{contents}<w:p>{run('正文')}{hidden}</w:p>", **{"word/styles.xml": styles.encode()})) == [
        "正文"
    ]


def test_a_text_box_is_read_once_whatever_its_fallback_repeats() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent><w:p>{run('框内 5 万元')}</w:p></w:txbxContent>"
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )

    blocks = read_bytes("a.docx", package(f"<w:p>{run('正文')}<w:r>{both}</w:r></w:p>")).blocks

    assert [(block.text, block.where) for block in blocks] == [("正文", "第1段"), ("框内 5 万元", "第1段的文本框")]


def test_endnotes_and_margins_are_read_apart_and_page_numbers_are_not() -> None:
    notes = (
        f'<w:endnotes {W}><w:endnote w:type="separator" w:id="0"><w:p>{run("-")}</w:p></w:endnote>'
        f'<w:endnote w:id="3"><w:p>{run("含结转")}</w:p></w:endnote></w:endnotes>'
    )
    head = f"<w:hdr {W}><w:p>{run('某某服务中心')}</w:p></w:hdr>"
    foot = f"<w:ftr {W}><w:p>{run('— 3 —')}</w:p></w:ftr>"
    parts = {"word/endnotes.xml": notes.encode(), "word/header1.xml": head.encode(), "word/header2.xml": head.encode()}

    blocks = read_bytes(
        "a.docx", package(f"<w:p>{run('正文')}</w:p>", **parts, **{"word/footer1.xml": foot.encode()})
    ).blocks

    assert [(block.text, block.where) for block in blocks[1:]] == [("含结转", "尾注3"), ("某某服务中心", "页眉")]


def test_merged_and_skipped_cells_keep_the_columns_in_place() -> None:
    merged = cell("项目", '<w:gridSpan w:val="2"/>') + cell("金额")
    down = cell("甲", '<w:vMerge w:val="restart"/>') + cell("乙") + cell("1")
    goes_on = cell("", "<w:vMerge/>") + cell("丙") + cell("2")
    late = f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{cell("3")}'

    assert rows_of(table(merged, down, goes_on, late)) == (
        ("项目", "", "金额"),
        ("甲", "乙", "1"),
        ("", "丙", "2"),
        ("", "", "3"),
    )


def test_two_numbers_in_one_cell_stay_two_and_a_nested_table_is_its_own() -> None:
    two = f"<w:tc><w:p>{run('100')}</w:p><w:p>{run('60')}</w:p></w:tc>"
    nested = f"<w:tc><w:p>{run('见内表')}</w:p>{table(cell('7'))}</w:tc>"

    reading = read_bytes("a.docx", package(table(two + nested)))

    assert [each.rows for each in reading.tables] == [(("100 60", "见内表"),), (("7",),)]


def test_a_table_that_repeats_the_head_of_the_one_before_goes_on_with_it() -> None:
    head = cell("项目") + cell("金额")
    body = table(head, cell("甲") + cell("1")) + "<w:p/>" + table(head, cell("乙") + cell("2"))

    assert rows_of(body) == (("项目", "金额"), ("甲", "1"), ("乙", "2"))
    apart = table(head, cell("甲") + cell("1")) + f"<w:p>{run('另表')}</w:p>" + table(head, cell("乙") + cell("2"))
    assert rows_of(apart) == (("项目", "金额"), ("甲", "1"))


def test_a_sentence_cut_by_a_page_goes_on_and_the_page_number_is_dropped() -> None:
    lines = ("全年公务接待费支出数为 1.68", "— 3 —", "万元，比预算节约。")
    body = "".join(f"<w:p>{run(line)}</w:p>" for line in lines)

    blocks = read_bytes("a.docx", package(body)).blocks

    assert [(block.text, block.where) for block in blocks] == [
        ("全年公务接待费支出数为 1.68万元，比预算节约。", "第1段")
    ]


def test_a_paragraph_that_ends_with_a_bracket_is_whole() -> None:
    whole, table_line = "以下数字摘自公开文件，逐一照录（非全文）", "“三公”经费表（万元）：接待费 3。"

    assert texts(package(f"<w:p>{run(whole)}</w:p><w:p>{run(table_line)}</w:p>")) == [whole, table_line]


def test_a_soft_break_joins_a_word_and_parts_a_heading_from_its_text() -> None:
    broken = f"<w:p>{run('比上年增')}<w:r><w:br/></w:r>{run('加 3 万元')}</w:p>"
    headed = f"<w:p>{run('一、基本情况')}<w:r><w:br/></w:r>{run('本单位在职 8 人。')}</w:p>"

    assert texts(package(broken + headed)) == ["比上年增加 3 万元", "一、基本情况", "本单位在职 8 人。"]


def test_tabs_part_the_cells_of_typed_rows_and_are_blanks_elsewhere() -> None:
    tab = "</w:t><w:tab/><w:t>"
    rows = ("项目", "预算", "决算"), ("合计", "", "7.69"), ("接待费", "14.90", "5.21")
    body = f"<w:p>{run(f'负责人{tab}王某')}</w:p>" + "".join(f"<w:p>{run(tab.join(row))}</w:p>" for row in rows)
    reading = read_bytes("a.docx", package(body))

    assert reading.blocks[0].text == "负责人 王某"
    assert reading.tables[0].rows == rows


def test_a_sentence_goes_on_behind_a_soft_break_and_a_new_paragraph_opens_a_list() -> None:
    broken = f"<w:p>{run('其中：基本支出740.08万元；</w:t><w:br/><w:t>项目支出1443.29万元。')}</w:p>"
    opened = (
        f"<w:p>{run('上半年我市住房保障稳步推进，任务提前完成')}</w:p><w:p>{run('一是建设有序开展，进度加快。')}</w:p>"
    )

    assert texts(package(broken)) == ["其中：基本支出740.08万元；项目支出1443.29万元。"]
    assert len(texts(package(opened))) == 2


def test_an_embedded_file_is_named_as_unread() -> None:
    reading = read_bytes("a.docx", package(f"<w:p>{run('正文')}</w:p><w:altChunk/>"))

    assert len(reading.unread) == 1
    assert "没有读取" in reading.unread[0]


_TAGS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "br",
    "txbxContent",
    "fldSimple",
    "pPr",
    "numPr",
)


@st.composite
def markup(draw: st.DrawFn, depth: int = 4) -> str:
    tag = draw(st.sampled_from(_TAGS))
    inner = draw(st.lists(markup(depth - 1), max_size=3)) if depth else []
    return f"<w:{tag}>{draw(st.sampled_from(('', '12', '一、', '。')))}{''.join(inner)}</w:{tag}>"


def is_answered(data: bytes) -> bool:
    """True where the file is read, or refused with what to do."""
    try:
        return isinstance(read_bytes("a.docx", data), Reading)
    except Unreadable as refusal:
        return "请" in str(refusal)


@given(st.lists(markup(), max_size=4))
def test_any_markup_is_read_or_refused(body: list[str]) -> None:
    assert is_answered(package("".join(body)))


@given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused(at: int, damage: bytes) -> None:
    whole = package(f"<w:p>{run('收入 12 万元。')}</w:p>{table(cell('1') + cell('2'))}")
    at %= len(whole)
    assert is_answered(whole[:at] + damage + whole[at + len(damage) :])
