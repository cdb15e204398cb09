import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from tests.audit.marks.marked import NOW, note
from yunguan.audit.marks.forms.xlsx import XLSX
from yunguan.audit.marks.marker import Marked, Original
from yunguan.audit.marks.note import Note
from yunguan.core.reading import Reading


def workbook(comment: str = "") -> bytes:
    """Two sheets, a chart and a table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("收支表")
    sheet.write_row(0, 0, ["项目", "决算"])
    sheet.write_row(1, 0, ["甲", 9])
    chart: Any = book.add_chart({"type": "column"})
    chart.add_series({"values": "=收支表!$B$2:$B$2"})
    sheet.insert_chart("D2", chart)
    if comment:
        sheet.write_comment("B2", comment, {"author": "甲"})
    sheet.add_table("F1:G3")
    book.add_worksheet("其他").write(0, 0, "x")
    book.close()
    return out.getvalue()


def marked(data: bytes, *notes: Note) -> Marked:
    return XLSX.mark(Original("a.xlsx", data, Reading("a.xlsx", "xlsx", ())), notes, NOW)


def comments(data: bytes) -> dict[str, Comment]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    return {f"{cell.parent.title}!{cell.coordinate}": cell.comment for cell in cells if cell.comment is not None}


def test_the_cell_has_a_comment_with_author_and_text() -> None:
    copy = marked(workbook(), note("“收支表”工作表 第2行第2列", "甲 9", "【矛盾】甲。", "规则：乙"))
    found = comments(copy.data)["收支表!B2"]

    assert (found.author, found.text) == ("运管核对", "运管核对 2026-11-28\n【矛盾】甲。\n规则：乙")
    assert copy.misplaced == 0


def test_a_cell_of_a_table_further_down_is_counted_from_the_first_cell_of_the_table() -> None:
    copy = marked(workbook(), note("“收支表”工作表B2起的表 第2行第3列", "9"))

    assert (list(comments(copy.data)), copy.misplaced) == (["收支表!D3"], 0)


def test_a_comment_that_was_there_is_kept_and_continued() -> None:
    found = comments(marked(workbook("旧批注"), note("“收支表”工作表 B2", "9"), note("“收支表”工作表 A2", "甲")).data)

    assert found["收支表!B2"].text.startswith("旧批注")
    assert "不能同时成立" in found["收支表!B2"].text
    assert found["收支表!A2"].author == "运管核对"


def test_charts_and_every_other_part_are_kept_byte_for_byte() -> None:
    data = workbook()
    copy = marked(data, note("“收支表”工作表 B2", "9")).data
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, copy))
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}

    assert changed == {"xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "[Content_Types].xml"}
    sheet = after.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.index("<drawing") < sheet.index("legacyDrawing") < sheet.index("<tableParts")


def test_a_place_that_names_no_cell_is_told_on_the_first_one() -> None:
    copy = marked(workbook(), note("“没有”工作表 B2", "9"))

    assert (list(comments(copy.data)), copy.misplaced) == (["收支表!A1"], 1)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_with_its_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(marked(workbook("旧批注"), note("“收支表”工作表 A2", "甲"), note("“其他”工作表 A1", "x")).data)
    office = [str(shutil.which("soffice")), f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
    convert = [*office, "--convert-to", "fods", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)

    text = (tmp_path / "a.fods").read_text(encoding="utf-8")
    assert text.count("<office:annotation ") == 3
    assert text.count("不能同时成立") == 2
