"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """货运事务科."""

    name = "yunguan.registers.freight"
    label = "freight"
    verbose_name = "货运事务科"
