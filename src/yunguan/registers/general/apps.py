"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """综合科."""

    name = "yunguan.registers.general"
    label = "general"
    verbose_name = "综合科"
