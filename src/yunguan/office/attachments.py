"""Files that belong to a record: stored once by digest, named as they were handed in."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import models

from yunguan.office.people import User

LARGEST = 50 * 1024 * 1024


class Attachment(models.Model):
    """One file at one record of one register."""

    register = models.CharField("台账", max_length=64)
    record_id = models.BigIntegerField("记录")
    name = models.CharField("文件名", max_length=200)
    digest = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("字节数")
    added_by = models.ForeignKey("office.User", verbose_name="上传人", null=True, on_delete=models.PROTECT)
    added_at = models.DateTimeField("上传时间")

    class Meta:
        verbose_name = "附件"
        indexes = (models.Index(fields=("register", "record_id"), name="attachment_record"),)

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return _path(self.digest)


def attach(*, register: str, record_id: int, name: str, content: bytes, user: User, now: datetime) -> Attachment:
    """Store a file at a record. ValueError in Chinese where it is empty or larger than 50 MB."""
    if not content:
        msg = f"附件“{name}”是空文件，请重新选择。"
        raise ValueError(msg)
    if len(content) > LARGEST:
        msg = f"附件“{name}”超过 50 MB，请压缩或拆分后上传。"
        raise ValueError(msg)
    digest = hashlib.sha256(content).hexdigest()
    _store(_path(digest), content)
    return Attachment.objects.create(
        register=register,
        record_id=record_id,
        name=Path(name.replace("\\", "/")).name[:200],
        digest=digest,
        size=len(content),
        added_by=user,
        added_at=now,
    )


def _path(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def _store(path: Path, content: bytes) -> None:
    """Write beside, flush, then rename: a name never points at half a file."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    with partial.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
