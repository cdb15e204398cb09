"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """维修事务科."""

    name = "yunguan.registers.maintenance"
    label = "maintenance"
    verbose_name = "维修事务科"
