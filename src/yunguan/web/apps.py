"""The Django application of the web stage."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """页面."""

    name = "yunguan.web"
    label = "web"
    verbose_name = "页面"
