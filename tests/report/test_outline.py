from pathlib import Path

import pytest

from yunguan.report.document import Text
from yunguan.report.marks import Mark, OutlineError, UnknownFormatError
from yunguan.report.outline import Grid, Outline, Words, outline_folder, read_outline, required

COVER = """---
annex: 附件2
title: 自评报告
unit_label: 单位名称
unit_note: （盖章）
signature_label: 主要负责人签字
---
"""


def outline(folder: Path, text: str, *, cover: str = COVER, name: str = "01_one.md") -> Outline:
    (folder / "cover.md").write_text(cover, encoding="utf-8")
    (folder / name).write_text(text, encoding="utf-8")
    return read_outline(folder)


def test_the_listing_is_the_table_of_contents(tmp_path: Path) -> None:
    (tmp_path / "02_later.md").write_text("# 后面的\n", encoding="utf-8")
    read = outline(tmp_path, "# 前面的\n")
    assert [section.title for section in read.sections] == ["前面的", "后面的"]


def test_other_files_of_the_folder_are_no_sections(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("说明", encoding="utf-8")
    assert len(outline(tmp_path, "# 标题\n").sections) == 1


def test_headings_paragraphs_and_bold_words_are_told_apart(tmp_path: Path) -> None:
    _, heading, paragraph = outline(tmp_path, "# 标题\n## 小题\n**一是粗体。**其余").sections[0].blocks
    assert heading == Words(2, (Text("小题"),))
    assert paragraph == Words(0, (Text("一是粗体。", bold=True), Text("其余")))


def test_lines_of_a_paragraph_run_on_without_a_space(tmp_path: Path) -> None:
    _, paragraph = outline(tmp_path, "# 标题\n\n前半\n后半\n").sections[0].blocks
    assert paragraph == Words(0, (Text("前半后半"),))


def test_bars_inside_marks_do_not_split_table_cells(tmp_path: Path) -> None:
    _, grid = (
        outline(tmp_path, "# 标题\n\n| 项目 | 数 |\n|---|---|\n| 包车牌 | {{plates.charter|integer}}块 |")
        .sections[0]
        .blocks
    )
    assert isinstance(grid, Grid)
    assert [len(row) for row in grid.rows] == [2, 2]
    assert isinstance(grid.rows[1][1][0], Mark)


def test_required_figures_are_listed_once_in_reading_order(tmp_path: Path) -> None:
    read = outline(tmp_path, "# 标题\n{{b.x|integer}}{{a.x@2023-11-30|integer}}{{b.x|money}}")
    assert [(key, str(day)) for key, day in required(read)] == [("b.x", "None"), ("a.x", "2023-11-30")]


def test_an_unknown_format_is_named_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match=r"01_one\.md 第 3 行"):
        outline(tmp_path, "# 标题\n\n{{plates.charter|roman}}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("没有标题", "须以“# 标题”开头"),
        ("# 一\n# 二", "只有这一个一级标题"),
        ("# 一\n- 条目", "第 2 行.*只认标题、段落"),
        ("# 一\n##### 太深", "第 2 行.*只认标题、段落"),
        ("# 一\n**只开不关", "第 2 行.*没有成对"),
        ("# 一\n\n| 甲 | 乙 |\n| 丙 |", "列数不一"),
    ],
)
def test_what_the_subset_lacks_is_refused_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(OutlineError, match=message):
        outline(tmp_path, text)


def test_a_cover_without_its_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match=r"cover\.md.*缺少 unit_label、"):
        outline(tmp_path, "# 标题", cover="annex: 附件2\ntitle: 自评报告\n")


def test_a_cover_line_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match=r"cover\.md 第 8 行"):
        outline(tmp_path, "# 标题", cover=f"{COVER}colour: red\n")


def test_two_files_with_one_number_are_refused(tmp_path: Path) -> None:
    (tmp_path / "01_two.md").write_text("# 标题", encoding="utf-8")
    with pytest.raises(OutlineError, match=r"序号 01 已被 01_one\.md 使用"):
        outline(tmp_path, "# 标题")


def test_an_empty_folder_is_no_outline(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match="没有章节文件"):
        read_outline(tmp_path)


def test_an_outline_that_does_not_ship_is_named_with_those_that_do() -> None:
    with pytest.raises(FileNotFoundError, match="“mars_2023”的报告提纲，已有：hunan_2023"):
        outline_folder("mars_2023")
