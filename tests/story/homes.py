"""A centre's home as a user has it: a folder of workbooks, the command, the files it writes."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from openpyxl import load_workbook

from tests.houses import ROOT, run

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Home:
    """One home and the environment in which the command works on it."""

    environment: dict[str, str]
    folder: Path
    built: Done

    def run(self, *words: str) -> Done:
        return run(self.environment, *words)

    def figures(self, *words: str, year: int = 2023) -> dict[str, dict[str, Any]]:
        """The figures of a year by id."""
        done = self.run("figures", str(year), *words, "--json")
        assert done.returncode == 0, done.stderr
        return {figure["id"]: figure for figure in json.loads(done.stdout)}

    def values(self, *words: str, year: int = 2023) -> dict[str, str | None]:
        return {code: figure["value"] for code, figure in self.figures(*words, year=year).items()}

    def imported(self, *paths: Path) -> tuple[int, list[dict[str, Any]]]:
        """Exit code and report of an import."""
        done = self.run("import", *map(str, paths), "--json")
        return done.returncode, json.loads(done.stdout)

    def script(self, name: str, *words: str) -> Any:
        """What a module of the tests, run in this home, prints as JSON."""
        return json.loads(self.python("-m", f"tests.story.{name}", *words))

    def python(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], env=self.environment, capture_output=True, text=True, check=False, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def sheets(reports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [sheet for report in reports for sheet in report["sheets"]]


def words_of(word_file: Path) -> str:
    """Every character of a Word file, those in content controls too."""
    with zipfile.ZipFile(word_file) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
    return "".join(node.text or "" for node in root.iter(f"{WORD}t"))


def evidence_of(workbook: Path) -> dict[str, dict[str, Any]]:
    """The evidence list by figure id, each row by its headings."""
    rows = [*load_workbook(workbook).worksheets[0].iter_rows(values_only=True)]
    head = next(index for index, row in enumerate(rows) if row[0] == "指标编号")
    return {str(row[0]): dict(zip(map(str, rows[head]), row, strict=True)) for row in rows[head + 1 :] if row[0]}
