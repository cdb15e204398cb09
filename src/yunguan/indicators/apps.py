"""The Django application of the indicators stage."""

from __future__ import annotations

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """指标与报送."""

    name = "yunguan.indicators"
    label = "indicators"
    verbose_name = "指标与报送"
