"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """从业人员事务科."""

    name = "yunguan.registers.practitioners"
    label = "practitioners"
    verbose_name = "从业人员事务科"
