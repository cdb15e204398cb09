"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """安全法规科."""

    name = "yunguan.registers.safety"
    label = "safety"
    verbose_name = "安全法规科"
