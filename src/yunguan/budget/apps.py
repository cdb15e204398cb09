"""The Django application of the budget stage."""

from __future__ import annotations

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    """预算."""

    name = "yunguan.budget"
    label = "budget"
    verbose_name = "预算"
