"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """组织人事科."""

    name = "yunguan.registers.personnel"
    label = "personnel"
    verbose_name = "组织人事科"
