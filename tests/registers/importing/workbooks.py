"""Workbooks made by hand, part by part, so that a test can write what no office program would."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
FORMATS = ("General", "yyyy-mm-dd", "0%", "000", "yyyy年m月", "h:mm", "@", "#,##0.00", 'm"月"d"日"')
"""Style s shows a number by FORMATS[s]."""


def cell(place: str, value: object, style: int = 0) -> str:
    """The XML of one cell: text inline, numbers as they are written."""
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, bool):
        return f'<c r="{place}" s="{style}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float | Decimal):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'


def rows_xml(rows: Sequence[Sequence[object]], styles: Mapping[str, int] | None = None) -> str:
    """Rows from A1 on; a str that begins with `<c ` is a cell already."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for index, value in enumerate(row):
            place = f"{chr(65 + index)}{number}"
            raw = isinstance(value, str) and value.startswith("<c ")
            cells.append(str(value) if raw else cell(place, value, (styles or {}).get(place, 0)))
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(lines)


def sheet_xml(data: str, *, before: str = "", after: str = "") -> str:
    """A sheet around its rows."""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'
    )


def merges(*ranges: str) -> str:
    """The merged ranges, to stand after the data."""
    return f"<mergeCells>{''.join(f'<mergeCell ref={chr(34)}{each}{chr(34)}/>' for each in ranges)}</mergeCells>"


def parts(sheets: Mapping[str, str], *, hidden: Sequence[str] = (), workbook: str = "") -> dict[str, str]:
    """Every part of a workbook with these sheets."""
    states = dict.fromkeys(hidden, ' state="hidden"')
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="s{i}"{states.get(name, "")}/>'
        for i, name in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="s{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    quoted = [escape(each, {'"': "&quot;"}) for each in FORMATS]
    codes = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{each}"/>' for i, each in enumerate(quoted))
    styles = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(FORMATS)))
    made = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{_types(len(sheets))}</Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relations}'
        f'<Relationship Id="st" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>",
    }
    return made | {f"xl/worksheets/sheet{i}.xml": xml for i, xml in enumerate(sheets.values(), start=1)}


def _types(sheets: int) -> str:
    kinds = {"/xl/workbook.xml": "sheet.main", "/xl/styles.xml": "styles"}
    kinds |= {f"/xl/worksheets/sheet{i}.xml": "worksheet" for i in range(1, sheets + 1)}
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return f'<Default Extension="rels" ContentType="{relations}"/>' + "".join(
        f'<Override PartName="{part}" ContentType="{kind}.{name}+xml"/>' for part, name in kinds.items()
    )


def zipped(path: Path, made: Mapping[str, str | bytes]) -> Path:
    """The parts as a deflated zip."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return path


def made_of(path: Path, *sheets: str) -> Path:
    """A workbook of whole sheets named 表1, 表2 …"""
    return zipped(path, parts({f"表{i}": xml for i, xml in enumerate(sheets, start=1)}))


def simple(
    path: Path, rows: Sequence[Sequence[object]], styles: Mapping[str, int] | None = None, after: str = ""
) -> Path:
    """A workbook of one sheet with these rows."""
    return made_of(path, sheet_xml(rows_xml(rows, styles), after=after))
