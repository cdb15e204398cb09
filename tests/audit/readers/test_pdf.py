import io
import zlib
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from tests.audit.readers.printed import cells, printed
from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable
from yunguan.audit.readers.pdf.cells import doubtful, mended, torn
from yunguan.audit.run import audit_reading
from yunguan.core.reading import Reading

pdfium: Any = pypdfium2  # untyped

SENTENCE = "全年共检查运输企业三十家，发现问题十二个，已经全部督促整改到位，其中办公设备购置支出 1.68 万元。"
ROWS = ("项目|预算数|决算数", "工资|120.50|118.20", "办公费|30.00|28.75", "合计|150.50|146.95")
GRID = tuple(tuple(row.split("|")) for row in ROWS)


def read(data: bytes) -> Reading:
    return read_bytes("a.pdf", data)


def texts(data: bytes) -> list[str]:
    return [block.text.replace(" ", "") for block in read(data).blocks]


def drawn(content: bytes, pages: int = 1, kids: str = "") -> bytes:
    """A PDF written by hand: pages with this content, without fonts; `kids` replaces the page tree's children."""
    refs = kids or " ".join(f"{3 + index} 0 R" for index in range(pages))
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{refs}]/Count {pages}>>".encode()]
    stream = 3 + pages
    parts += [f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {stream} 0 R/Resources<<>>>>".encode()] * pages
    parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(parts) + 1, table, len(parts) + 1, len(out))


def scanned(width: int = 595, height: int = 842) -> bytes:
    """A page that is one grey picture."""
    pixel = b"q %d 0 0 %d 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q" % (width, height)
    return drawn(pixel)


def together(*files: bytes) -> bytes:
    """One PDF of the pages of several."""
    out = pdfium.PdfDocument.new()
    for data in files:
        out.import_pages(pdfium.PdfDocument(data))
    return saved(out)


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    data = printed(f"{SENTENCE * 3}\n\n{SENTENCE}\n\n第三段。", width=120)

    assert texts(data) == [SENTENCE.replace(" ", "") * 3, SENTENCE.replace(" ", ""), "第三段。"]


def test_a_digit_that_begins_a_line_within_a_paragraph_is_no_number_of_a_heading() -> None:
    text = f"项目管理 15 分（组织机构 2、财务制度 3、目标申报 4、运行监管 6），{SENTENCE}"

    for width in range(90, 130, 4):
        assert texts(printed(text, width=width)) == [text.replace(" ", "")]


@pytest.mark.parametrize(
    ("held", "rest", "joined"),
    [
        ("本年安排商品和服务支出八万元，资本性支出1.68", "万元。其余没有变化。", True),
        ("以创建群众满意客运站和质量信誉考核为抓手，", "督促各站改进服务。", True),
        ("以创建群众满意客运站和质量信誉考核为抓手", "督促各站改进服务。", False),
        ("以创建群众满意客运站和质量信誉考核为抓手，", "（二）督促各站改进服务。", False),
    ],
)
def test_a_blank_line_parts_no_number_from_its_unit(held: str, rest: str, joined: bool) -> None:  # noqa: FBT001 - a case
    found = texts(
        printed(
            f"#set par(first-line-indent: 0em)\n{SENTENCE * 4}\n\n#v(1em)\n\n{held}\n\n#v(1em)\n\n{rest}", width=150
        )
    )

    assert (f"{held}{rest}" in found) is joined


def test_a_paragraph_is_placed_by_page_and_line() -> None:
    blocks = read(printed("第一段。\n\n第二段。\n#pagebreak()\n第三段。")).blocks

    assert [block.where for block in blocks] == ["第1页第1行", "第1页第2行", "第2页第1行"]


def test_a_sentence_goes_on_over_the_page_without_head_and_number() -> None:
    page = "header: [某中心自评报告], footer: context align(center)[— #counter(page).display() —]"
    data = printed(SENTENCE * 9, width=120, height=100, page=page)

    assert len(pdfium.PdfDocument(data)) > 1
    assert texts(data) == [SENTENCE.replace(" ", "") * 9]


@pytest.mark.parametrize("number", ["— 3 —", "第3页", "3/12", "3", "第 3 页 共 12 页"])
def test_a_page_number_is_no_text(number: str) -> None:
    assert texts(printed(SENTENCE, page=f"footer: align(center)[{number}]")) == [SENTENCE.replace(" ", "")]


def test_a_raised_figure_stays_on_its_line() -> None:
    assert texts(printed("全年面积 12 万平方米#super[2]，较上年增加。")) == ["全年面积12万平方米2，较上年增加。"]


def test_headings_are_known_by_number() -> None:
    blocks = read(printed(f"#par(first-line-indent: 0em)[一、基本情况]\n\n（一）收支情况\n\n{SENTENCE}")).blocks

    assert blocks[-1].path == ("一、基本情况", "（一）收支情况")


@pytest.mark.parametrize("stroke", ["0.5pt", "none"])
def test_a_table_has_its_cells_with_ruled_lines_and_without(stroke: str) -> None:
    table = f"#table(columns: (1fr, 1fr, 1fr), stroke: {stroke}, {cells(*ROWS)})"
    reading = read(printed(f"{SENTENCE}\n\n#align(center)[支出情况表]\n\n单位：万元\n\n{table}\n\n{SENTENCE}"))

    assert [table.rows for table in reading.tables] == [GRID]
    assert reading.tables[0].where == "第1页 表1"
    assert [block.text for block in reading.blocks][1:4] == ["支出情况表", "单位：万元", "项目"]
    assert reading.blocks[-2].where == "第1页 表1 第4行第3列"


def test_a_table_with_three_level_lines_only_has_its_cells() -> None:
    lines = "table.hline(), " + cells(ROWS[0]) + ", table.hline(), " + cells(*ROWS[1:]) + ", table.hline()"
    reading = read(printed(f"#table(columns: (1fr, 1fr, 1fr), stroke: none, {lines})"))

    assert [table.rows for table in reading.tables] == [GRID]


def test_a_merged_cell_stands_at_its_first_place() -> None:
    merged = "table.cell(rowspan: 2)[项目], table.cell(colspan: 2)[金额], [预算], [决算], [工资], [1.00], [2.00]"

    (table,) = read(printed(f"#table(columns: (1fr, 1fr, 1fr), {merged})")).tables

    assert table.rows == (("项目", "金额", ""), ("", "预算", "决算"), ("工资", "1.00", "2.00"))


def test_a_long_label_fills_several_lines_of_one_cell() -> None:
    label = "机关事业单位基本养老保险缴费支出及其他有关的各项社会保障支出"
    rows = (*ROWS[:2], f"{label}|30.00|28.75", ROWS[3])
    for stroke in ("0.5pt", "none"):
        (table,) = read(printed(f"#table(columns: (1fr, 1fr, 1fr), stroke: {stroke}, {cells(*rows)})")).tables

        assert table.rows[2] == (label, "30.00", "28.75")


def test_two_tables_on_a_page_are_two() -> None:
    table = f"#table(columns: 3, {cells(*ROWS)})"

    assert len(read(printed(f"{table}\n\n{SENTENCE}\n\n{table}")).tables) == 2


@pytest.mark.parametrize("head", ["table.header({}), ", "{}, "])
def test_a_table_over_a_page_is_one(head: str) -> None:
    body = [f"项目{index}|{index}.00|{index}.50" for index in range(20)]
    source = f"#table(columns: (1fr, 1fr, 1fr), {head.format(cells(ROWS[0]))}{cells(*body)})"

    (table,) = read(printed(source, height=150)).tables

    assert len(table.rows) == 21
    assert table.rows[20] == ("项目19", "19.00", "19.50")


@pytest.mark.parametrize("down", range(60, 100, 8))
def test_a_ruled_form_cut_where_its_columns_change_is_one_table(down: int) -> None:
    form = "[项目名称], table.cell(colspan: 3)[农村公路养护], [主管部门], table.cell(colspan: 3)[某局]"
    body = cells("资金|预算|执行|得分", "总额|3.00|2.00|9.1", "其中：财政|3.00|2.00|—")
    total = "table.cell(colspan: 2)[合计], table.cell(colspan: 2)[9.1]"
    table = f"#table(columns: (1fr, 1fr, 1fr, 1fr), {form}, {body}, {total})"
    (found,) = read(printed(f"#v({down}mm)\n{table}", height=150)).tables

    assert found.rows[0] == ("项目名称", "农村公路养护", "", "")
    assert found.rows[-1] == ("合计", "", "9.1", "")
    assert len(found.rows) == 6


def test_ruled_tables_are_those_that_pdfplumber_finds() -> None:
    merged = "table.cell(rowspan: 2)[项目], table.cell(colspan: 2)[金额], [预算], [决算], [工资], [1.00], [2.00]"
    data = printed(f"#table(columns: (1fr, 1fr, 1fr), {merged})\n\n{SENTENCE}\n\n#table(columns: 3, {cells(*ROWS)})")
    with pdfplumber.open(io.BytesIO(data)) as reference:
        found = reference.pages[0].extract_tables()

    assert [[list(row) for row in table.rows] for table in read(data).tables] == [
        [[cell or "" for cell in row] for row in table] for table in found
    ]


def test_a_row_cut_by_a_page_is_mended() -> None:
    assert mended(("1", "很长的", "81"), ("", "名称", "")) == ("1", "很长的名称", "81")
    assert torn(("绩效工资", "2"), ("", "，032.62"))
    assert not torn(("绩效工资", "2"), ("奖金", ""))
    assert torn(("", "管护机制", "13.50", "经费未落实，"), ("", "", "", "下年补足"))
    assert not torn(("", "管护机制", "13.50", "经费未落实"), ("", "服务态度", "", "好"))
    assert not torn(("科目编码", "科目名称"), ("", "合计"))
    assert not torn(("", "十五、商业支出"), ("", "十六、金融支出"))


def test_an_unruled_table_whose_rows_are_unsure_is_said_to_be_unchecked() -> None:
    rows = (("项目", "", "金额"), ("工资福利", "支", "3.00"), ("出", "", ""), ("合计", "", "3.00"))

    assert doubtful(rows)
    assert not doubtful(GRID)


def test_columns_of_text_are_read_one_after_the_other() -> None:
    first, second = "甲" + SENTENCE * 6, "乙" + SENTENCE * 6
    data = printed(f"#columns(2)[{first}\n#colbreak()\n{second}]")

    assert texts(data) == [first.replace(" ", ""), second.replace(" ", "")]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_read_upright(degrees: int) -> None:
    turned = printed(f"#rotate({-degrees}deg, reflow: true)[#block(width: 150mm)[{SENTENCE}]]")
    document = pdfium.PdfDocument(turned)
    document[0].set_rotation(degrees)

    assert texts(turned) == [SENTENCE.replace(" ", "")]
    assert texts(saved(document)) == [SENTENCE.replace(" ", "")]


def test_a_scanned_page_is_unread_and_never_clean() -> None:
    reading = read(together(printed(SENTENCE), scanned()))
    report = audit_reading(reading)

    assert reading.unread == ("第2页是扫描图像，没有可读文字",)
    assert not report.clean
    assert not {duty.outcome for duty in report.duties} & {"pass", "not_applicable"}


def test_a_file_of_scans_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"扫描图像.*文字版"):
        read(scanned())


def test_characters_that_stand_for_nothing_are_unread() -> None:
    reading = read(together(printed(SENTENCE), printed("\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008" * 6)))

    assert reading.unread == ("第2页的文字没有字符编码，读出来是乱码",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 ...", "损坏"),
        (printed("一。")[:2000], "损坏|没有"),
        (drawn(b"", pages=2_001), "2000 页"),
        (drawn(b"", pages=3, kids="2 0 R 2 0 R 2 0 R"), "损坏|没有"),
        (drawn(zlib.compress(b"x")), "没有可读的文字"),
    ],
)
def test_broken_and_endless_files_are_refused(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read(data)
