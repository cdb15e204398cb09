from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.report.figures import COVER, figure
from tests.report.test_outline import outline
from yunguan.core.figure import Figure
from yunguan.core.period import Period
from yunguan.report.assemble import assemble
from yunguan.report.document import Document, Heading, Paragraph, Table, plain, words
from yunguan.report.marks import UnfitFormatError, UnknownFigureError

NOVEMBER = date(2023, 11, 30)


def told(folder: Path, text: str, *figures: Figure) -> Document:
    return assemble(outline(folder, f"# 标题\n\n{text}"), {(one.id, None): one for one in figures}, COVER)


def test_a_mark_shows_its_figure_in_its_format(tmp_path: Path) -> None:
    document = told(tmp_path, "发放{{plates.charter|integer}}块。", figure())
    assert plain(document).endswith("发放21525块。\n")


def test_a_mark_keeps_id_origin_and_as_of_date(tmp_path: Path) -> None:
    (mark,) = told(tmp_path, "{{plates.charter|integer}}", figure(as_of=NOVEMBER, section="六(四)")).figures
    assert (mark.id, mark.as_of, mark.section, mark.missing) == ("plates.charter", NOVEMBER, "六(四)", False)
    assert mark.origin is not None
    assert mark.tag == "plates.charter"


def test_a_pinned_mark_asks_for_the_figure_of_that_date(tmp_path: Path) -> None:
    read = outline(tmp_path, "# 标题\n\n{{plates.charter@2023-11-30|integer}}")
    figures = {("plates.charter", NOVEMBER): figure(value="7"), ("plates.charter", None): figure(value="8")}
    (mark,) = assemble(read, figures, COVER).figures
    assert (mark.shown, mark.tag) == ("7", "plates.charter@2023-11-30")


def test_a_lookup_may_be_a_function(tmp_path: Path) -> None:
    read = outline(tmp_path, "# 标题\n\n{{plates.charter|integer}}")
    asked: list[tuple[str, date | None]] = []

    def lookup(key: str, pinned: date | None) -> Figure:
        asked.append((key, pinned))
        return figure(key)

    assemble(read, lookup, COVER)
    assert asked == [("plates.charter", None)]


def test_a_figure_without_value_is_a_gap_and_is_listed_once(tmp_path: Path) -> None:
    gap = figure(value=None, origin=None, why_none="科室未填报")
    document = told(tmp_path, "{{plates.charter|integer}}、{{plates.charter|integer}}", gap)
    assert "【待填：包车牌】、【待填：包车牌】" in plain(document)
    assert [(mark.id, mark.why) for mark in document.missing] == [("plates.charter", "科室未填报")]


def test_zero_is_told_and_not_a_gap(tmp_path: Path) -> None:
    document = told(tmp_path, "{{plates.charter|integer}}", figure(value="0"))
    assert document.missing == ()
    assert plain(document).endswith("\n0\n")


def test_an_unknown_id_is_named_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(UnknownFigureError, match=r"01_one\.md 第 3 行：没有编号为“plates\.charter”的指标"):
        told(tmp_path, "{{plates.charter|integer}}")


def test_an_unknown_pinned_figure_names_the_date(tmp_path: Path) -> None:
    with pytest.raises(UnknownFigureError, match="截至 2023-11-30"):
        told(tmp_path, "{{plates.charter@2023-11-30|integer}}", figure())


def test_a_format_that_would_cut_a_value_is_named_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(UnfitFormatError, match=r"01_one\.md 第 3 行：指标“包车牌”.*不是整数"):
        told(tmp_path, "{{plates.charter|integer}}", figure(value="0.5"))


def test_headings_are_numbered_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "02_next.md").write_text("# 后\n## 丁\n", encoding="utf-8")
    document = told(tmp_path, "## 甲\n### 乙\n#### 丙\n#### 丙\n## 丁")
    heads = [words(block.inlines) for block in document.blocks if isinstance(block, Heading)]
    assert heads == ["一、标题", "（一）甲", "1.乙", "（1）丙", "（2）丙", "（二）丁", "二、后", "（一）丁"]


@pytest.mark.parametrize(("count", "number"), [(10, "（十）"), (11, "（十一）"), (20, "（二十）"), (21, "（二十一）")])
def test_numbers_beyond_nine_are_written_in_han(tmp_path: Path, count: int, number: str) -> None:
    document = told(tmp_path, "\n".join(["## 题"] * count))
    last = document.blocks[-1]
    assert isinstance(last, Heading)
    assert words(last.inlines) == f"{number}题"


def test_a_table_holds_figures_in_its_cells(tmp_path: Path) -> None:
    document = told(tmp_path, "| 项目 | 数 |\n|---|---|\n| 包车牌 | {{plates.charter|integer}} |", figure())
    assert isinstance(document.blocks[1], Table)
    assert plain(document).endswith("项目 | 数\n包车牌 | 21525\n")


def test_the_cover_bears_unit_year_and_date(tmp_path: Path) -> None:
    cover = told(tmp_path, "正文").cover
    assert (cover.subtitle, cover.dated) == ("（2023年度）", "2024年4月3日")
    assert [line.text for line in cover.lines] == ["单位名称：衡阳市道路运输服务中心（盖章）", "主要负责人签字："]


def test_a_date_not_yet_known_is_left_blank(tmp_path: Path) -> None:
    facts = replace(COVER, dated=None, period=Period.half(2023, 1))
    cover = assemble(outline(tmp_path, "# 标题\n\n正文"), {}, facts).cover
    assert (cover.subtitle, cover.dated.strip("　")) == ("（2023年上半年）", "年　　月　　日")


def test_words_keep_their_weight(tmp_path: Path) -> None:
    paragraph = told(tmp_path, "**粗**细").blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert [inline.bold for inline in paragraph.inlines] == [True, False]
