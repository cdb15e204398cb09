"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """道路客运事务科."""

    name = "yunguan.registers.passenger"
    label = "passenger"
    verbose_name = "道路客运事务科"
