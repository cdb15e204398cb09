"""The Django application of the office stage."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OfficeConfig(AppConfig):
    """Seeds organisation, areas and calendar once the tables stand."""

    name = "yunguan.office"
    label = "office"
    verbose_name = "机构与人员"

    def ready(self) -> None:
        post_migrate.connect(_seed, sender=self)


def _seed(**_: Any) -> None:
    from yunguan.office.services import seed_office  # noqa: PLC0415 - tables exist only after migration

    seed_office()
