"""Uploaded workbooks on their way through an import: kept in the home for a day, for their uploader only."""

from __future__ import annotations

import secrets
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404

from yunguan.office.people import User

KEPT = timedelta(days=1)
LARGEST = 50 * 1024 * 1024
MARK = "（标注）"


class NotTaken(ValueError):  # noqa: N818 - an answer to a wrong file
    """The upload is no workbook that is read."""


def keep(upload: UploadedFile[bytes] | None, user: User, now: datetime) -> tuple[str, Path]:
    """Store an upload; its token and its path. NotTaken in Chinese where it is missing, too large or no xlsx."""
    if upload is None or not upload.name:
        raise NotTaken("请先选择要导入的工作簿。")
    name = Path(upload.name.replace("\\", "/")).name
    if not name.lower().endswith(".xlsx"):
        raise NotTaken(f"“{name}”不是 xlsx 工作簿，请在 Excel 中另存为“Excel 工作簿（*.xlsx）”后再上传。")
    if upload.size is None or upload.size > LARGEST:
        raise NotTaken(f"“{name}”超过 50 MB，请拆分后上传。")
    _sweep(user, now)
    token = secrets.token_hex(16)
    path = _folder(user) / token / f"{Path(name).stem[:80]}.xlsx"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return token, path


def kept(token: str, user: User) -> Path:
    """The workbook that this account uploaded under a token, else 404."""
    found = [path for path in _inside(token, user) if not path.stem.endswith(MARK)]
    if not found:
        raise Http404
    return found[0]


def marked(token: str, user: User) -> Path:
    """Its marked copy, else 404."""
    path = copy_of(kept(token, user))
    if not path.exists():
        raise Http404
    return path


def copy_of(path: Path) -> Path:
    """Where the marked copy of a workbook lies."""
    return path.with_name(f"{path.stem}{MARK}.xlsx")


def _inside(token: str, user: User) -> list[Path]:
    if not token.isalnum():
        raise Http404
    return sorted((_folder(user) / token).glob("*.xlsx"))


def _folder(user: User) -> Path:
    return Path(settings.HOME) / "uploads" / str(user.pk)


def _sweep(user: User, now: datetime) -> None:
    """Nothing of an earlier day stays behind."""
    for old in _folder(user).glob("*"):
        if datetime.fromtimestamp(old.stat().st_mtime, tz=now.tzinfo) < now - KEPT:
            shutil.rmtree(old, ignore_errors=True)
