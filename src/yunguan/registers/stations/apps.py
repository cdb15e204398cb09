"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """站场事务科."""

    name = "yunguan.registers.stations"
    label = "stations"
    verbose_name = "站场事务科"
