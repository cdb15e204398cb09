"""Printed pages, measured: where lines stand and how many Han characters a line holds, in millimetres."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from yunguan.core.period import Period
from yunguan.report.document import Cover, CoverLine, Document, Paragraph, Text

MM = 25.4 / 72
HAN = re.compile("[\u4e00-\u9fff]")
COVER = Cover(
    "附件2", "部门整体支出绩效自评报告", "（2023年度）", (CoverLine("单位名称", "中心", "（盖章）"),), "2024年4月3日"
)


@dataclass(frozen=True)
class Line:
    """One printed line: its baseline from the top, its edges, its text."""

    baseline: float
    left: float
    right: float
    text: str


def han_only(characters: int) -> Document:
    """A report of one paragraph without any punctuation."""
    words = "道路运输服务中心全年工作情况"
    text = (words * (characters // len(words) + 1))[:characters]
    return Document("报告", "中心", Period.year(2023).last, COVER, (Paragraph((Text(text),)),))


def page_sizes(path: Path) -> set[tuple[int, int]]:
    with pdfplumber.open(path) as pdf:
        return {(round(page.width * MM), round(page.height * MM)) for page in pdf.pages}


def pages(path: Path) -> list[list[Line]]:
    """The lines of every page, from the top."""
    with pdfplumber.open(path) as pdf:
        return [_lines(page) for page in pdf.pages]


def _lines(page: pdfplumber.page.Page) -> list[Line]:
    rows = defaultdict(list)
    for char in page.chars:
        if char["text"].strip():
            rows[round((page.height - char["matrix"][5]) * MM, 1)].append(char)
    return [_line(baseline, rows[baseline]) for baseline in sorted(rows)]


def _line(baseline: float, chars: list[dict[str, float]]) -> Line:
    ordered = sorted(chars, key=lambda char: char["x0"])
    text = "".join(str(char["text"]) for char in ordered)
    return Line(baseline, ordered[0]["x0"] * MM, ordered[-1]["x1"] * MM, text)
