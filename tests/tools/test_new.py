"""`make new register` writes a register that holds at once: its tests, its types, its style, its migration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.test_modules import rolls_unseeded_dice
from tools.new.register import ROOT, Wish, Wrong, begin

WISH = Wish("sample_day", "safety", "样例日台账")
COPIED = ("src", "tests/factories.py", "tests/__init__.py", "pyproject.toml", "README.md")
KNOWN = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "YUNGUAN_HOME"}}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree with the new register in it."""
    copy = tmp_path_factory.mktemp("tree")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy / name)
    begin(WISH, copy)
    (copy / "home").mkdir()
    return copy


def run(tree: Path, *words: str) -> str:
    own = {
        "PYTHONPATH": os.pathsep.join([str(tree / "src"), str(tree)]),
        "YUNGUAN_HOME": str(tree / "home"),
        "DJANGO_SETTINGS_MODULE": "yunguan.config.settings.test",
    }
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=tree, env=KNOWN | own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_new_register_holds(tree: Path) -> None:
    assert "Create model SampleDay" in run(tree, "django", "makemigrations", "safety")
    tests = [str(path.relative_to(tree)) for path in sorted(tree.glob("tests/**/test_sample_day.py"))]
    assert len(tests) == 3
    assert "4 passed" in run(tree, "pytest", "-q", "-p", "no:cacheprovider", *tests)
    new = [str(path.relative_to(tree)) for path in tree.rglob("*sample_day.py") if "migrations" not in path.parts]
    assert len(new) == 6
    run(tree, "ruff", "format", "--check", *new)
    run(tree, "ruff", "check", *new)
    assert [call for name in new for call in rolls_unseeded_dice((tree / name).read_text(encoding="utf-8"))] == []


def test_a_section_without_books_gets_its_folder(tmp_path: Path) -> None:
    written = {str(path.relative_to(tmp_path)) for path in begin(Wish("visit", "retirees", "走访台账"), tmp_path)}
    assert "src/yunguan/registers/retirees/apps.py" in written
    assert "src/yunguan/registers/retirees/migrations/__init__.py" in written


@pytest.mark.parametrize(
    "wish", [Wish("Drill", "safety", "演练"), Wish("a__b", "safety", "x"), Wish("drill", "safety", "")]
)
def test_a_name_that_is_none_is_refused(wish: Wish, tmp_path: Path) -> None:
    with pytest.raises(Wrong):
        begin(wish, tmp_path)


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    begin(WISH, tmp_path)
    with pytest.raises(Wrong, match="is there already"):
        begin(WISH, tmp_path)
