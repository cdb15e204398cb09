"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """驾培事务科."""

    name = "yunguan.registers.driver_training"
    label = "driver_training"
    verbose_name = "驾培事务科"
