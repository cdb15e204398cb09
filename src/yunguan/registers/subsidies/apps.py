"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """补贴发放."""

    name = "yunguan.registers.subsidies"
    label = "subsidies"
    verbose_name = "补贴发放"
