"""What other programs may use, and the example that docs/audit.md gives them."""

import io
import re
from contextlib import chdir, redirect_stdout
from pathlib import Path

import pytest

import yunguan.audit as library
from tests.architecture.source import ROOT

PAGE = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", library.__all__)
def test_every_public_name_leads_to_its_thing_and_stands_on_the_page(name: str) -> None:
    assert getattr(library, name).__name__ in {name, library._OTHER_NAMES.get(name)}
    assert f"`{name}" in PAGE


def test_no_public_name_is_that_of_a_module_inside() -> None:
    modules = {path.stem for path in Path(next(iter(library.__path__))).iterdir()}

    assert set(library.__all__) == set(library._HOMES)
    assert modules & set(library.__all__) == set()


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        getattr(library, "nothing")  # noqa: B009 - mypy knows that it is not there


def test_the_example_of_the_page_prints_what_the_page_says(tmp_path: Path) -> None:
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", PAGE, re.DOTALL)[:2]
    said = io.StringIO()

    with chdir(tmp_path), redirect_stdout(said):
        exec(compile(code, "docs/audit.md", "exec"), {})  # noqa: S102 - the page is ours

    assert said.getvalue() == printed
