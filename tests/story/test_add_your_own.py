"""The worked examples of docs/story.md, put into a copy of the tree, do what the page says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.story.story import ROOT, blocks

NEW = {block.new_file: block.text for block in blocks() if block.new_file}
TESTS = [name for name in NEW if name.startswith("tests/")]
TELL = """
import django; django.setup()
from yunguan.report.outline import outline_folder, read_outline, required
print([key for key, _ in required(read_outline(outline_folder("hunan_2023")))][-2:])
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree with the new files in it."""
    copy = tmp_path_factory.mktemp("tree")
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/factories.py", "tests/audit/reading_of.py"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    for name, text in NEW.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    return copy


def run(tree: Path, *words: str) -> str:
    """What Python says in the copy; fails with its words where it ends badly."""
    known = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "YUNGUAN_HOME"}}
    own = {"PYTHONPATH": os.pathsep.join([str(tree / "src"), str(tree)]), "YUNGUAN_HOME": str(tree / "home")}
    settings = {"DJANGO_SETTINGS_MODULE": "yunguan.config.settings.test"}
    command = [sys.executable, *words]
    done = subprocess.run(command, cwd=tree, env=known | own | settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_none_of_the_new_files_is_there_already() -> None:
    assert [name for name in NEW if (ROOT / name).exists()] == [], "the story needs other examples"


def test_the_examples_hold_in_a_copy_of_the_tree(tree: Path) -> None:
    (tree / "home").mkdir()
    assert "Create model Drill" in run(tree, "-m", "django", "makemigrations", "safety")
    assert f"{len(TESTS) + 1} passed" in run(tree, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS)
    assert run(tree, "-c", TELL).strip() == "['safety.drill.held', 'safety.drill.operators']"
