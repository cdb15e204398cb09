"""The Django application of the indicators stage."""

from __future__ import annotations

from django.apps import AppConfig

from yunguan.indicators.indicator import draw_from


class IndicatorsConfig(AppConfig):
    """指标与报送."""

    name = "yunguan.indicators"
    label = "indicators"
    verbose_name = "指标与报送"

    def ready(self) -> None:
        from yunguan.indicators.own_figures import OWN  # noqa: PLC0415 - it reads the registers' tables

        draw_from(OWN)
