from datetime import UTC, datetime
from pathlib import Path

from openpyxl import load_workbook

from tests.report.figures import COVER, figure, hengyang
from yunguan.core.figure import Figure
from yunguan.report.assemble import Key, assemble
from yunguan.report.bundle import Bundle, cited, write_bundle
from yunguan.report.document import Document
from yunguan.report.outline import outline_folder, read_outline, required

NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)
OUTLINE = read_outline(outline_folder("hunan_2023"))


def year(figures: dict[Key, Figure]) -> Document:
    return assemble(OUTLINE, figures, COVER)


def written(folder: Path, figures: dict[Key, Figure]) -> Bundle:
    return write_bundle(year(figures), figures, folder, created=NOON)


def test_the_three_files_of_the_bundle_are_written(tmp_path: Path) -> None:
    bundle = written(tmp_path / "report", hengyang())
    names = ["部门整体支出绩效自评报告.docx", "部门整体支出绩效自评报告.pdf", "证据清单.xlsx"]
    assert [path.name for path in bundle.files] == names
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == sorted(names)
    assert bundle.missing == ()
    assert len(bundle.faces) == 6


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = written(tmp_path / "a", hengyang()), written(tmp_path / "b", hengyang())
    assert [path.read_bytes() for path in first.files] == [path.read_bytes() for path in second.files]


def test_figures_without_value_are_named(tmp_path: Path) -> None:
    figures = hengyang()
    figures["spring.press", None] = figure("spring.press", None, title="春运报道", origin=None)
    assert [mark.title for mark in written(tmp_path, figures).missing] == ["春运报道"]


def test_the_evidence_list_has_a_row_for_each_cited_figure(tmp_path: Path) -> None:
    *_, evidence = written(tmp_path, hengyang()).files
    sheet = load_workbook(evidence).active
    assert sheet is not None
    assert sheet.max_row == len(required(OUTLINE)) + 1


def test_figures_are_listed_in_reading_order() -> None:
    figures = hengyang()
    keys = [(entry.figure.id, entry.pinned) for entry in cited(year(figures), figures)]
    assert keys == required(OUTLINE)


def test_a_title_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    plain = year(hengyang())
    hostile = Document("../../报告", plain.unit, plain.dated, plain.cover, ())
    bundle = write_bundle(hostile, {}, tmp_path / "report", created=NOON)
    assert {path.parent for path in bundle.files} == {tmp_path / "report"}
