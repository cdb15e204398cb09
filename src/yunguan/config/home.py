"""Where a centre's data lies: the home folder and the database address."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def home() -> Path:
    """The folder of ``YUNGUAN_HOME`` (default ./yunguan-data): database, attachments, keys, outputs."""
    return Path(os.environ.get("YUNGUAN_HOME", "yunguan-data")).absolute()


def database(folder: Path) -> dict[str, Any]:
    """The Django database of ``DATABASE_URL``, else SQLite in the home folder (WAL, IMMEDIATE, full sync)."""
    url = os.environ.get("DATABASE_URL", "")
    return _postgresql(url) if url else _sqlite(folder / "yunguan.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        msg = f"DATABASE_URL 须以 postgresql:// 开头，现为“{parts.scheme}://”。"
        raise ValueError(msg)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": query,
    }
