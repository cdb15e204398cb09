"""Who may import whom: the contracts of pyproject.toml, and each stage's tables."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
from django.apps import apps

from tests.architecture.source import ROOT

# Everybody's rows point at the office's people, units, moves and intervals: it is the floor the others stand on.
SHARED_STAGES = {"yunguan.office"}


def strangers(graph: grimp.ImportGraph, tables: set[str]) -> Iterator[str]:
    """Each direct import of a module that holds tables by another stage than its own."""
    for module in sorted(tables & graph.modules):
        stage = ".".join(module.split(".")[:2])
        for importer in sorted(graph.find_modules_that_directly_import(module)):
            if stage not in SHARED_STAGES and not importer.startswith(f"{stage}."):
                yield f"{importer} imports {module}"


def test_the_import_contracts_hold() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_stages_tables_are_imported_by_that_stage_only() -> None:
    tables = {model.__module__ for model in apps.get_models() if model.__module__.startswith("yunguan.")}
    graph = grimp.build_graph("yunguan", cache_dir=None)
    assert tables, "no table was found: the settings list no app"
    assert list(strangers(graph, tables)) == []


def test_a_page_that_imports_a_table_of_the_registers_is_found() -> None:
    graph = grimp.ImportGraph()
    graph.add_import(importer="yunguan.web.plates", imported="yunguan.registers.passenger.plate")
    graph.add_import(importer="yunguan.registers.facts", imported="yunguan.registers.passenger.plate")
    found = list(strangers(graph, {"yunguan.registers.passenger.plate"}))
    assert found == ["yunguan.web.plates imports yunguan.registers.passenger.plate"]
