"""The Django application of the machinery that all registers share."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RegistersConfig(AppConfig):
    """Seeds the rule values that the books declare once the tables stand."""

    name = "yunguan.registers"
    label = "registers"
    verbose_name = "台账"

    def ready(self) -> None:
        post_migrate.connect(_seed, sender=self)


def _seed(**_: Any) -> None:
    from yunguan.registers.services import seed_declared_rules  # noqa: PLC0415 - tables exist only after migration

    seed_declared_rules()
