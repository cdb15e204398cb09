"""The outline that ships: every figure of the year is told, and the text is held by a golden file.

``UPDATE_GOLDEN=1 pytest tests/report/test_hunan_2023.py`` writes the golden file anew; read the difference.
"""

import os
import re

from tests.report.figures import COVER, GOLDEN, YEAR, hengyang
from yunguan.report.assemble import assemble
from yunguan.report.document import Text, plain
from yunguan.report.outline import Grid, Words, outline_folder, read_outline, required

OUTLINE = read_outline(outline_folder("hunan_2023"))
REPORT = plain(assemble(OUTLINE, hengyang(), COVER))


def literal_words() -> list[str]:
    blocks = [block for section in OUTLINE.sections for block in section.blocks]
    assert not any(isinstance(block, Grid) for block in blocks)
    return [
        piece.text for block in blocks if isinstance(block, Words) for piece in block.pieces if isinstance(piece, Text)
    ]


def test_the_report_reads_as_agreed() -> None:
    golden = GOLDEN / "hunan_2023.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(REPORT, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == REPORT


def test_the_ten_sections_are_there_in_order() -> None:
    assert [section.title for section in OUTLINE.sections] == [
        "部门、单位基本情况",
        "一般公共预算支出情况",
        "政府性基金预算支出情况",
        "国有资本经营预算支出情况",
        "社会保险基金预算支出情况",
        "部门整体支出绩效情况",
        "存在的问题及原因分析",
        "下一步改进措施",
        "部门整体支出绩效自评结果应用和公开情况",
        "其他需要说明的情况",
    ]


def test_every_figure_of_the_year_is_told() -> None:
    told = {key for key, _ in required(OUTLINE)}
    assert {key for key, _ in hengyang()} - told == set()


def test_a_figure_counted_before_the_year_s_end_is_told_with_its_date() -> None:
    early = {(figure.id, figure.as_of) for figure in hengyang().values() if figure.as_of != YEAR.last}
    assert early <= set(required(OUTLINE))
    assert not early & {(key, YEAR.last) for key, pinned in required(OUTLINE) if pinned is None}


def test_nothing_shaped_like_a_mark_is_left_in_the_words() -> None:
    assert [text for text in literal_words() if re.search(r"[{}|]", text)] == []


def test_literal_digits_are_only_dates_lines_names_and_document_numbers() -> None:
    allowed = r"20\d\d年|\d+月|\d+日|\d+路|〔2023〕43号|第22个|“12345”|督促2家"
    assert [text for text in literal_words() if re.search(r"\d", re.sub(allowed, "", text))] == []


def test_the_two_absence_rates_each_say_what_they_are() -> None:
    assert "各场弃考率的简单平均（不按人数加权）为53%" in REPORT
    assert "弃考率为17.5%" in REPORT
    assert "平均每场" not in REPORT


def test_when_a_figure_changes_its_sentence_follows() -> None:
    figures = hengyang()
    for key in (("stations.passengers_vs_2019", None), ("party.survey_problems.solved", None)):
        figures[key] = figures["unit.sections", None]
    changed = plain(assemble(OUTLINE, figures, COVER))
    assert "旅客发送量比2019年增长13%" in changed
    assert "已解决13条" in changed
