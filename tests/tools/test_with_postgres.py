"""The private PostgreSQL of the tests: there while the command runs, gone however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "with_postgres.py"
SHOW_FOLDER = "import os; print(os.environ['DATABASE_URL'].partition('host=')[2], flush=True)"
ANSWER = "import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL']).execute('select 6 * 7').fetchone()[0])"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the server is reached by a Unix socket")


def started(code: str) -> subprocess.Popen[str]:
    """The tool, running a Python snippet."""
    command = [sys.executable, str(TOOL), "--", sys.executable, "-c", code]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_the_command_finds_a_database_at_the_address() -> None:
    said, _ = started(ANSWER).communicate(timeout=60)
    assert said == "42\n"


def test_a_failing_command_keeps_its_exit_code_and_leaves_no_folder() -> None:
    process = started(f"{SHOW_FOLDER}; raise SystemExit(7)")
    folder, _ = process.communicate(timeout=60)
    assert process.returncode == 7
    assert folder.strip().startswith("/")
    assert not Path(folder.strip()).exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_interrupted_command_leaves_no_folder(number: signal.Signals) -> None:
    process = started(f"{SHOW_FOLDER}; import time; time.sleep(60)")
    assert process.stdout is not None
    folder = Path(process.stdout.readline().strip())
    assert folder.exists()
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode != 0
    assert not folder.exists()
