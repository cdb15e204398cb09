"""The Django application of the budget stage."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class BudgetConfig(AppConfig):
    """Seeds the classes of expenditure once the tables stand."""

    name = "yunguan.budget"
    label = "budget"
    verbose_name = "预算"

    def ready(self) -> None:
        post_migrate.connect(_seed, sender=self)


def _seed(**_: Any) -> None:
    from yunguan.budget.classes import seed_classes  # noqa: PLC0415 - tables exist only after migration

    seed_classes()
