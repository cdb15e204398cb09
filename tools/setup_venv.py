"""Bring uv when it is missing and lay .venv from uv.lock, with nothing but a bare python3.

    python3 tools/setup_venv.py [--extra NAME] [--group NAME]

A package index named by UV_DEFAULT_INDEX, PIP_INDEX_URL or pip's configuration is used; what it serves must have the
digests of uv.lock.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".synced"
OWN_UV = VENV / "uv"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
EXE = ".exe" if os.name == "nt" else ""
UV_WANTED = "uv>=0.9"

WHAT_TO_INSTALL = f"""
uv could not be brought in: this python3 ({sys.executable}) has neither pip nor a complete venv module.
Do one of these, then run the same command again:
  Debian or Ubuntu:  apt-get install python3-venv
  Fedora:            dnf install python3-pip
  Windows:           winget install astral-sh.uv     (or: py -m pip install uv)
  with pipx:         pipx install uv
If the package index cannot be reached, name one that can: PIP_INDEX_URL=https://…/simple make demo
"""


def main() -> int:
    """Sync and stamp; 0 when .venv holds what uv.lock says. What stands on the command line goes to uv."""
    chosen = sys.argv[1:]
    if sys.version_info < (3, 11):  # noqa: UP036
        return _complain(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} ({sys.executable}).")
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == _wanted(chosen):
        STAMP.touch()
        return 0
    with tempfile.TemporaryDirectory(prefix="yunguan-setup-") as scratch:
        uv = _find_uv() or _fetch_uv(Path(scratch))
        if uv is None:
            return _complain(WHAT_TO_INSTALL)
        _say(f"laying .venv from uv.lock with {uv}")
        if not _sync(uv, chosen):
            return _complain("uv could not lay .venv; its own words stand above.")
        _keep(uv)
    STAMP.write_text(_wanted(chosen), encoding="utf-8")
    return 0


def _wanted(chosen: list[str]) -> str:
    lock, project = (ROOT / "uv.lock").read_bytes(), (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(lock + project + repr((chosen, sys.version)).encode()).hexdigest()


def _find_uv() -> Path | None:
    own = OWN_UV / "bin" / f"uv{EXE}"
    found = shutil.which("uv")
    return own if own.exists() else Path(found) if found else None


def _fetch_uv(scratch: Path) -> Path | None:
    """The uv that the first working pip installs into a folder of its own."""
    target = scratch / "uv"
    for pip in _pips(scratch):
        _say(f"fetching uv with {' '.join(pip)}")
        if _run([*pip, "install", "--quiet", "--root-user-action=ignore", "--target", str(target), UV_WANTED]):
            return target / "bin" / f"uv{EXE}"
    return None


def _pips(scratch: Path) -> Iterator[list[str]]:
    """Each way to a pip, cheapest first; the last one installs python3-venv where apt is allowed."""
    if _works([sys.executable, "-m", "pip", "--version"]):
        yield [sys.executable, "-m", "pip"]
    yield from _pip_of_a_venv(scratch / "venv")
    if shutil.which("pip3"):
        yield ["pip3"]
    if shutil.which("virtualenv") and _run(["virtualenv", "--quiet", str(scratch / "virtualenv")]):
        yield [str(scratch / "virtualenv" / SCRIPTS / f"pip{EXE}")]
    if _install_venv_module():
        yield from _pip_of_a_venv(scratch / "venv-again")


def _pip_of_a_venv(folder: Path) -> Iterator[list[str]]:
    if _works([sys.executable, "-c", "import venv, ensurepip"]) and _works([sys.executable, "-m", "venv", str(folder)]):
        yield [str(folder / SCRIPTS / f"python{EXE}"), "-m", "pip"]


def _install_venv_module() -> bool:
    """Whether apt brought python3-venv: as root, or with sudo that asks for no password."""
    if not shutil.which("apt-get") or os.environ.get("YUNGUAN_NO_APT"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if sudo and not (shutil.which("sudo") and _works(["sudo", "-n", "true"])):
        return False
    _say("installing python3-venv with apt-get")
    apt = [*sudo, "apt-get", "-qq", "-y"]
    return _works([*apt, "update"]) and _works([*apt, "install", "--no-install-recommends", "python3-venv"])


def _sync(uv: Path, chosen: list[str]) -> bool:
    index = os.environ.get("UV_DEFAULT_INDEX") or os.environ.get("PIP_INDEX_URL") or _index_of_pip()
    if not index or "//pypi.org/" in index:
        return _run([str(uv), "sync", "--frozen", "--quiet", "--python", _base_python(), *chosen])
    return _sync_from(index, uv, chosen)


def _index_of_pip() -> str:
    """The index that pip's configuration files name, empty when they name none."""
    ask = [sys.executable, "-m", "pip", "config", "list"]
    said = subprocess.run(ask, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False).stdout
    found = re.search(r"^(?:global|install)\.index-url='([^']*)'", said, re.MULTILINE)
    return found[1] if found else ""


def _sync_from(index: str, uv: Path, chosen: list[str]) -> bool:
    """Install what uv.lock names, digest by digest, from another index than the one it was locked with."""
    listing = VENV / "requirements.txt"
    made = VENV.exists() or _run([str(uv), "venv", "--quiet", "--python", _base_python(), str(VENV)])
    export = [str(uv), "export", "--frozen", "--quiet", "--no-emit-project", "--output-file", str(listing), *chosen]
    where = ["--quiet", "--python", str(VENV), "--default-index", index]
    return (
        made
        and _run(export)
        and _run([str(uv), "pip", "sync", *where, "--require-hashes", str(listing)])
        and _run([str(uv), "pip", "install", *where, "--no-deps", "--editable", str(ROOT)])
    )


def _keep(uv: Path) -> None:
    """Keep a fetched uv inside .venv, so that the next sync needs no pip."""
    if "yunguan-setup-" in str(uv):
        shutil.rmtree(OWN_UV, ignore_errors=True)
        shutil.copytree(uv.parent.parent, OWN_UV)


def _base_python() -> str:
    """The interpreter outside any virtual environment: .venv may be the one that is being replaced."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _environment() -> dict[str, str]:
    """The caller's, with uv pointed at .venv and at the certificates that pip was given."""
    given = {"UV_PROJECT_ENVIRONMENT": str(VENV), "DEBIAN_FRONTEND": "noninteractive"}
    if "PIP_CERT" in os.environ and "SSL_CERT_FILE" not in os.environ:
        given["SSL_CERT_FILE"] = os.environ["PIP_CERT"]
    return {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"} | given


def _run(command: list[str]) -> bool:
    """Whether the command went well; what it says on standard error is shown."""
    return subprocess.run(command, cwd=ROOT, env=_environment(), stdin=subprocess.DEVNULL, check=False).returncode == 0


def _works(command: list[str]) -> bool:
    """Whether the command goes well, asked silently."""
    done = subprocess.run(command, capture_output=True, env=_environment(), stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _say(message: str) -> None:
    print(f"set-up: {message}", file=sys.stderr, flush=True)


def _complain(message: str) -> int:
    _say(message.strip("\n"))
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
