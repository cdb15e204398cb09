"""Files on their way out: sent as downloads that no browser runs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from django.http import FileResponse
from django.http.response import HttpResponseBase


def download(response: HttpResponseBase) -> HttpResponseBase:
    """A download that no browser runs: its kind is not guessed and it lives in a sandbox."""
    response.headers["Content-Type"] = response.headers.get("Content-Type", "application/octet-stream")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def stored(path: Path, name: str) -> HttpResponseBase:
    """A file that lies in the house."""
    return download(FileResponse(path.open("rb"), as_attachment=True, filename=name))


def made(name: str, write: Callable[[Path], None]) -> HttpResponseBase:
    """A file that is written for this one answer; nothing of it stays behind."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "file"
        write(written)
        content = BytesIO(written.read_bytes())
    return download(FileResponse(content, as_attachment=True, filename=name))
