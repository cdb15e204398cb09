from pathlib import Path

from tests.audit.marks.marked import NOW
from tests.audit.readers.test_docx import package, run
from yunguan.audit.outputs.annotate import MarkedCopies
from yunguan.audit.run import audit


def written(folder: Path, *files: Path) -> tuple[list[Path], list[str]]:
    sink = MarkedCopies(folder)
    sink.begin(NOW)
    for file in files:
        sink.take(audit(file))
    return list(sink.finish()), list(sink.remarks())


def report(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(package(f"<w:p>{run('报名 936 人次，参考 972 人次。')}</w:p>"))
    return path


def test_two_files_of_one_name_have_a_copy_each_and_neither_is_overwritten(tmp_path: Path) -> None:
    first, second = report(tmp_path / "甲" / "报告.docx"), report(tmp_path / "乙" / "报告.docx")
    paths, _ = written(tmp_path / "甲", first, second)

    assert [path.name for path in paths] == ["报告.核对.docx", "报告.核对(2).docx"]
    assert first.read_bytes() == second.read_bytes()


def test_a_file_that_was_not_read_gets_no_copy_and_that_is_said(tmp_path: Path) -> None:
    picture = tmp_path / "图.png"
    picture.write_bytes(b"\x89PNG\r\n")
    paths, said = written(tmp_path / "出", picture)

    assert (paths, len(said), "图.png" in said[0]) == ([], 1, True)


def test_a_file_that_cannot_be_marked_is_told_and_the_next_is_marked(tmp_path: Path) -> None:
    first, second = report(tmp_path / "甲.docx"), report(tmp_path / "乙.docx")
    sink = MarkedCopies(tmp_path / "出")
    sink.begin(NOW)
    found = audit(first)
    first.write_bytes(b"PK")
    sink.take(found)
    sink.take(audit(second))

    assert [path.name for path in sink.finish()] == ["乙.核对.docx"]
    assert ["甲.docx" in each for each in sink.remarks()] == [True]
