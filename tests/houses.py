"""Houses of their own for tests that need several processes: a home, and a database of the kind under test."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]


@contextmanager
def house(home: Path) -> Iterator[dict[str, str]]:
    """The environment of a new house: SQLite in its home, or a new database where ``DATABASE_URL`` is set."""
    url = os.environ.get("DATABASE_URL", "")
    environment = os.environ | {
        "YUNGUAN_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "yunguan.config.settings.base",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    if not url:
        yield environment
        return
    name = f"house_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        yield environment | {"DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{name}"))}
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run the `yunguan` command in a house."""
    code = "from yunguan.cli.main import main; main()"
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)


def start(environment: dict[str, str], script: str, *words: str) -> subprocess.Popen[str]:
    """Start a module of the tests as a process of its own."""
    command = [sys.executable, "-m", script, *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)
