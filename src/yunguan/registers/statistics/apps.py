"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """市场调查统计科."""

    name = "yunguan.registers.statistics"
    label = "statistics"
    verbose_name = "市场调查统计科"
