"""Run a command beside a private, throw-away PostgreSQL whose address stands in DATABASE_URL.

    python tools/with_postgres.py -- pytest tests

The cluster lives in a temporary folder, listens on a Unix socket only, and is removed however the command ends.
As root the server runs as the system user `postgres`, since PostgreSQL refuses to run as root.
Ends with the command's own exit code; 3 when there is no PostgreSQL server to start.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NoReturn

NO_SERVER = 3
DATABASE = "yunguan"
# The data is thrown away at the end, so no write needs to survive a power cut.
SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "listen_addresses="]

WHAT_TO_INSTALL = """with_postgres: no PostgreSQL server was found (initdb and pg_ctl, version 13 or newer).
  Debian or Ubuntu:  apt-get install postgresql
  Fedora:            dnf install postgresql-server
If they stand outside PATH, name their folder: PG_BIN=/usr/lib/postgresql/15/bin"""


def main() -> int:
    """Start the cluster, run the command, remove the cluster."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", nargs="+", help="the command to run, after --")
    command = parser.parse_args().command
    programs = _programs()
    if programs is None:
        print(WHAT_TO_INSTALL, file=sys.stderr)
        return NO_SERVER
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    with cluster(programs) as url:
        return _run(command, {**os.environ, "DATABASE_URL": url})


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    """Turn a signal into an exception, so that the cluster is removed on the way out."""
    raise SystemExit(128 + number)


@contextlib.contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """The address of a fresh database; the server stops and its folder goes when the block ends."""
    folder = Path(tempfile.mkdtemp(prefix="yunguan-pg-"))
    user = _server_user(folder)
    data, log = folder / "data", folder / "log"
    try:
        initdb = ["initdb", "--pgdata", str(data), "--username=postgres", "--auth=trust", "--encoding=UTF8"]
        _do(programs, [*initdb, "--locale=C.UTF-8", "--no-sync"], user)
        options = " ".join(f"-c {setting}" for setting in [*SETTINGS, f"unix_socket_directories={folder}"])
        _do(programs, ["pg_ctl", "start", "-w", "-D", str(data), "-l", str(log), "-o", options], user)
        _do(programs, ["createdb", "--host", str(folder), "--username=postgres", DATABASE], user)
        yield f"postgresql://postgres@/{DATABASE}?host={folder}"
    except subprocess.CalledProcessError:
        print(log.read_text(encoding="utf-8") if log.exists() else "", file=sys.stderr)
        raise
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            _do(programs, ["pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(data)], user)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """The folder that holds initdb and pg_ctl, the newest one where there are several."""
    given = [Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else []
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_major, reverse=True)
    found = shutil.which("pg_ctl")
    on_path = [Path(found).resolve().parent] if found else []
    return next((folder for folder in [*given, *debian, *on_path] if (folder / "initdb").exists()), None)


def _major(folder: Path) -> int:
    digits = re.match(r"\d+", folder.parent.name)
    return int(digits[0]) if digits else 0


def _server_user(folder: Path) -> pwd.struct_passwd | None:
    """Whom the server runs as, None for oneself; the folder is given to them and closed to everybody else."""
    if os.geteuid() != 0:
        return None
    for user in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            who = pwd.getpwnam(user)
            os.chown(folder, who.pw_uid, who.pw_gid)
            return who
    sys.exit("with_postgres: neither the system user postgres nor nobody exists.")


def _do(programs: Path, words: list[str], user: pwd.struct_passwd | None) -> None:
    """Run one of PostgreSQL's own programs quietly; its words are shown when it fails."""
    command = [str(programs / words[0]), *words[1:]]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    with tempfile.TemporaryFile() as said:
        # A file, not a pipe: the server inherits it and would keep a pipe open.
        server = subprocess.Popen(
            command,
            cwd="/",
            env=environment,
            stdout=said,
            stderr=said,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )
        if server.wait():
            said.seek(0)
            print(said.read().decode(errors="replace"), file=sys.stderr)
            raise subprocess.CalledProcessError(server.returncode, command)


def _run(command: list[str], environment: dict[str, str]) -> int:
    """The command's exit code; when this process is told to stop, the command is stopped first."""
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
        process.kill()
        raise


if __name__ == "__main__":
    raise SystemExit(main())
