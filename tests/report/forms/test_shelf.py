from pathlib import Path

import pytest

from yunguan.report.forms import shelf
from yunguan.report.forms.model import FormError

SHIPPED = Path(shelf.__file__).parent / "declared"


def test_every_shipped_file_is_a_form_of_its_own_name() -> None:
    assert set(shelf.forms().keys()) == {path.stem for path in SHIPPED.glob("*.toml")}


def test_every_form_names_the_document_that_it_comes_from() -> None:
    assert [form.code for form in shelf.forms() if "待核实" not in form.source and "〔" not in form.source] == []


def test_a_centre_s_own_form_stands_in_for_the_shipped_one(tmp_path: Path) -> None:
    text = (SHIPPED / "base_data.toml").read_text(encoding="utf-8")
    (tmp_path / "mine.toml").write_text(text.replace("单位：万元", "金额单位：万元"), encoding="utf-8")
    mine, shipped = shelf.forms(tmp_path), shelf.forms()
    assert (mine.get("base_data").right, shipped.get("base_data").right) == ("金额单位：万元", "单位：万元")
    assert mine.keys() == shipped.keys()


def test_two_files_of_one_code_are_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text((SHIPPED / "base_data.toml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(FormError, match=r"b\.toml.*已有编号为“base_data”的表"):
        shelf.forms(tmp_path)


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert shelf.forms(tmp_path / "forms").keys() == shelf.forms().keys()
