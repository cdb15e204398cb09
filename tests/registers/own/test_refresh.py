"""Processes and threads keep in step with what the database says."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.houses import house, run
from tests.registers.own.making import defined, row
from yunguan.registers.book import books
from yunguan.registers.own.refresh import forget, generation, known, refresh

DEFINES = """
import os
from pathlib import Path
from yunguan.cli.house import open_house
from yunguan.cli.tables import bring_tables_up_to_date
open_house(Path(os.environ["YUNGUAN_HOME"])); bring_tables_up_to_date()
from tests.registers.own import making
making.defined()
making.row(1)
"""


@pytest.mark.django_db
def test_what_is_forgotten_is_made_again_from_the_database() -> None:
    defined()
    row(1)
    forget()
    assert "own_danger" not in books()
    refresh()
    assert books()["own_danger"].model._default_manager.count() == 1


@pytest.mark.django_db
def test_a_refresh_without_news_is_one_query_and_changes_nothing() -> None:
    defined()
    before, model = generation(), books()["own_danger"].model
    with CaptureQueriesContext(connection) as asked:
        refresh()
    assert len(asked) == 1
    assert (generation(), books()["own_danger"].model) == (before, model)


@pytest.mark.django_db
def test_threads_that_read_while_books_change_never_see_half_a_change() -> None:
    own = defined()
    found, stop = [], threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                assert len(apps.get_models()) > 10
                assert "operator" in books()
            except Exception as fault:  # noqa: BLE001 - whatever it is, the test shows it
                found.append(fault)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for each in readers:
        each.start()
    for _ in range(10):
        forget()
        refresh()
    stop.set()
    for each in readers:
        each.join()
    assert found == []
    assert [each.code for each in known()] == [own.code]


@pytest.mark.database
def test_another_process_knows_the_register_and_no_migration_is_missing(tmp_path: Path) -> None:
    with house(tmp_path / "home") as environment:
        subprocess.run([sys.executable, "-c", DEFINES], env=environment, check=True, capture_output=True, text=True)
        made = run(environment, "template", "own_danger", "--out", str(tmp_path / "out"))
        assert made.returncode == 0, made.stderr
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["隐患排查情况表.xlsx"]
        checked = run(environment, "manage", "makemigrations", "own", "--check", "--dry-run")
        assert checked.returncode == 0, checked.stdout + checked.stderr
