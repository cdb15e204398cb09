"""The Django application of the section's books."""

from __future__ import annotations

from django.apps import AppConfig


class SectionConfig(AppConfig):
    """城市客运事务科."""

    name = "yunguan.registers.urban_transit"
    label = "urban_transit"
    verbose_name = "城市客运事务科"
